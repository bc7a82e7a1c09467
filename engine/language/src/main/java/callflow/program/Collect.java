package callflow.program;

import callflow.value.VariableName;
import java.time.Duration;
import java.util.Optional;

/// One value a state asks for.
///
/// @param ask the question, word for word; without it the model asks in its own words
/// @param attempts how many turns of the caller may fail to bring it
/// @param confirm the question for the caller's yes to the value; without it none is needed
/// @param keypad how it may be entered with telephone keys, if it may
public record Collect(
    VariableName variable,
    Optional<Wording> ask,
    int attempts,
    Optional<Wording> confirm,
    Optional<Keypad> keypad) {

  /// How an entry by keys is made.
  ///
  /// @param terminator completes an entry: `#`, and `*` starts it over, or the other way round
  /// @param interDigit the pause after which an entry is complete
  /// @param length how many keys are all there can be; empty leaves it to the value's type
  public record Keypad(char terminator, Duration interDigit, Optional<Integer> length) {
    public char startsOver() {
      return terminator == '#' ? '*' : '#';
    }
  }
}
