package callflow.program;

import callflow.expression.Expression;
import callflow.value.ChoiceName;
import callflow.value.VariableName;
import java.util.List;
import java.util.Optional;

/// A move the caller may ask for: a choice of the state, an `anywhere` entry, or one of those that
/// put a conversation right.
///
/// @param description what the caller wants then, in the words of the file
/// @param key the telephone key that asks for it
/// @param anywhere leaves at once, even while tools of the turn are running
public record Move(
    ChoiceName name,
    ByLanguage<String> description,
    ByLanguage<List<String>> examples,
    Optional<Character> key,
    Optional<Expression> guard,
    boolean anywhere,
    Deed deed,
    Action action) {
  /// What is done beside the action.
  public sealed interface Deed {
    /// Nothing.
    record Act() implements Deed {}

    /// The last thing is said again.
    record Repeat() implements Deed {}

    /// The action says what help there is, and the open question is put again.
    record Help() implements Deed {}

    /// Silence is borne for longer.
    record Wait() implements Deed {}

    /// The state the action leads to is a detour: a `resume` in it brings the caller back.
    record Detour() implements Deed {}

    /// Back to the state that asked before.
    record Back() implements Deed {}

    /// After a yes to the question, everything that was learnt is forgotten.
    record StartOver(Wording question) implements Deed {}

    /// Back to the state that asked for this value, which is forgotten.
    record Correct(VariableName variable) implements Deed {}
  }
}
