package callflow.expression;

import static callflow.expression.Reading.expression;
import static callflow.expression.Reading.template;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a  and (b)            | a and b
          x == "it"             | x == 'it'
          x > 1.50              | (x) > 1.5
          a and b and c         | a and b and c
          """)
  void layout_does_not_count(String one, String other) {
    assertThat(Canonical.of(expression(one))).isEqualTo(Canonical.of(expression(other)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a and b or c          | a and (b or c)
          a == b                | a == 'b'
          true                  | 'true'
          x == '1'              | x == 1
          a - b                 | a + -b
          a.b == 'c'            | a == 'b.c'
          x == 'a" "b'          | x == 'a'
          """)
  void what_means_something_else_reads_otherwise(String one, String other) {
    assertThat(Canonical.of(expression(one))).isNotEqualTo(Canonical.of(expression(other)));
  }

  @Test
  void words_that_look_like_a_value_stay_words() {
    assertThat(Canonical.of(template("$${a}"))).isNotEqualTo(Canonical.of(template("${a}")));
  }
}
