package callflow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfixTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "verified and visits >= 3",
        "(a or b) and not (c == 'gold')",
        "a or b and c",
        "(a == b) == (c < 2)",
        "a - (b - c) * -2 / (d + 1)",
        "a % b * c",
        "(a ? b : c) ? 'it\\'s' : \"x\"",
        "open('office') and matches(account, '[0-9]{8}')",
        "customer.address.city != '' and known(amount)",
        "not verified or -amount < 0.50"
      })
  void an_expression_reads_back_as_the_same(String text) {
    var expression = Reading.expression(text);

    var again = Reading.expression(Infix.of(expression));

    assertThat(Canonical.of(again)).as(Infix.of(expression)).isEqualTo(Canonical.of(expression));
  }

  @Test
  void brackets_stand_only_where_they_are_needed() {
    assertThat(Infix.of(Reading.expression("((verified) and ((visits >= 3)))")))
        .isEqualTo("verified and visits >= 3");
  }

  @Test
  void a_template_keeps_its_holes() {
    assertThat(Infix.of(Reading.template("Shall I pay ${ amount } now?")))
        .isEqualTo("Shall I pay ${amount} now?");
  }
}
