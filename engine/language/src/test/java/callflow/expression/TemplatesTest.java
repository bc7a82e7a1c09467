package callflow.expression;

import static callflow.expression.Reading.pointedAt;
import static callflow.expression.Reading.template;
import static callflow.expression.Reading.written;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Good day.                 | (text "Good day.")
          Hello ${name}!            | (text "Hello " name "!")
          ${a}${b}                  | (text a b)
          $${a} is said as it is    | (text "${a} is said as it is")
          It costs $5 {or so}       | (text "It costs $5 {or so}")
          ${a == '}' ? 'x' : 'y'}   | (text (choose (== a "}") "x" "y"))
          """)
  void a_text_falls_into_words_and_values(String text, String canonical) {
    assertThat(Canonical.of(template(text))).isEqualTo(canonical);
  }

  @Test
  void a_hole_that_is_not_closed_is_reported_where_it_begins() {
    String text = "Dear ${name, how are you?";

    Diagnostic found = only(text);

    assertThat(found.rule()).isEqualTo(Rule.EXPRESSION_SYNTAX);
    assertThat(found.message()).isEqualTo("the `${` that begins here isn't closed");
    assertThat(pointedAt(text, found.span())).isEqualTo("${");
  }

  @Test
  void a_quote_that_is_not_closed_in_a_hole_is_the_mistake_that_is_reported() {
    String text = "Dear ${mask('abc)}, hello";

    Diagnostic found = only(text);

    assertThat(found.message()).isEqualTo("the quote that begins here isn't closed");
    assertThat(pointedAt(text, found.span())).isEqualTo("'");
  }

  @Test
  void every_hole_is_looked_at() {
    String text = "${a =} and ${b b} and ${c}";

    List<Diagnostic> found = Expressions.template(written(text)).diagnostics();

    assertThat(found).hasSize(2);
    assertThat(pointedAt(text, found.get(0).span())).isEqualTo("=");
    assertThat(pointedAt(text, found.get(1).span())).isEqualTo("b");
  }

  @Test
  void an_empty_hole_is_reported_between_its_braces() {
    Diagnostic found = only("Dear ${}!");

    assertThat(found.message()).isEqualTo("there is no expression here");
    assertThat(found.span().startColumn()).isEqualTo(8);
  }

  @Test
  void a_text_that_is_one_hole_has_a_single_expression() {
    assertThat(Expressions.single(template("${amount}"))).isPresent();
    assertThat(Expressions.single(template(" ${amount}\n"))).isPresent();
    assertThat(Expressions.single(template("${amount}."))).isEmpty();
    assertThat(Expressions.single(template("${a}${b}"))).isEmpty();
    assertThat(Expressions.single(template("amount"))).isEmpty();
  }

  @Test
  void the_number_of_holes_is_bounded() {
    assertThat(template("${a}".repeat(TemplateReader.MAX_HOLES)).holes()).hasSize(100);

    assertThat(only("${a}".repeat(TemplateReader.MAX_HOLES + 50)).rule())
        .isEqualTo(Rule.EXPRESSION_TOO_COMPLEX);
  }

  private static Diagnostic only(String text) {
    List<Diagnostic> found = Expressions.template(written(text)).diagnostics();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
