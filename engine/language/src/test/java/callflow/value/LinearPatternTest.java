package callflow.value;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.LinearPattern.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternTest {

  @Test
  void the_whole_text_must_fit() {
    assertThat(pattern("[0-9]{8}").matches("12345678")).isTrue();
    assertThat(pattern("[0-9]{8}").matches("123456789")).isFalse();
  }

  @Test
  void patterns_are_equal_by_source() {
    assertThat(pattern("a+")).isEqualTo(pattern("a+")).isNotEqualTo(pattern("a*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[0-9", "(a", "a**", "(a)\\1", "(?=a)b", "\\Qa[\\E", "a{1001}"})
  void what_is_no_pattern_of_ours_is_refused(String source) {
    assertThat(LinearPattern.read(source)).isNotInstanceOf(Reading.Fine.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((((a{100}){100}){100}){100})",
        "(a{32}){32}",
        "a{900}b{101}",
        "(?:a|b{0,999}){2}",
        "[]{](a{40}){40}",
        "[^]](a{40}){40}",
        "\\[(a{40}){40}]",
        "a{999999999999}",
        "(a{40}){40,}"
      })
  void repeats_that_multiply_are_refused_before_they_are_compiled(String source) {
    assertThat(LinearPattern.read(source)).isEqualTo(new Reading.TooLarge());
  }

  @ParameterizedTest
  @CsvSource({
    "'abc', 3",
    "'a{8}', 8",
    "'(ab){3,5}', 10",
    "'[a-z0-9]{4}', 4",
    "'a{,5}', 5",
    "'a{2,}', 2",
    "'x(y(z{2}){3}){4}', 29",
    "'a{b}', 4",
    "'', 0",
    "'()', 1"
  })
  void the_size_of_a_pattern_is_its_length_with_repeats_written_out(String source, long size) {
    assertThat(PatternSize.of(source)).isEqualTo(size);
  }

  @Test
  void backtracking_patterns_take_no_time() {
    assertThat(pattern("(.*a){12}b").matches("a".repeat(LinearPattern.MAX_TEXT))).isFalse();
    assertThat(pattern("(.*a){12}b").matches("a".repeat(40) + "b")).isTrue();
  }

  @Test
  void endless_texts_fit_nothing() {
    assertThat(pattern("a*").matches("a".repeat(LinearPattern.MAX_TEXT + 1))).isFalse();
  }

  private static LinearPattern pattern(String source) {
    return switch (LinearPattern.read(source)) {
      case Reading.Fine(var pattern) -> pattern;
      case Reading.Unreadable _, Reading.TooLarge _ -> throw new AssertionError(source);
    };
  }
}
