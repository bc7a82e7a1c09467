package callflow.expression;

import static callflow.expression.Reading.refused;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.diagnostic.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {

  @ParameterizedTest
  @ValueSource(strings = {"[0-9", "(a", "a**", "(a)\\1", "(?=a)b"})
  void what_is_no_pattern_of_ours_is_refused(String source) {
    assertThat(refused("matches(x, '" + source + "')").message()).contains("pattern");
  }

  @Test
  void repeats_that_multiply_are_refused() {
    assertThat(refused("matches(x, '(a{32}){32}')").rule()).isEqualTo(Rule.EXPRESSION_TOO_COMPLEX);
  }
}
