package callflow.syntax;

import callflow.source.Located;
import callflow.source.Span;
import callflow.value.VariableName;
import java.time.Duration;
import java.util.Optional;

/// One entry of a state's `collect:`.
///
/// @param confirm empty when the value counts without a yes
/// @param dtmf empty when it can't be entered with telephone keys
public record CollectDecl(
    Located<VariableName> variable,
    Optional<WordingDecl> ask,
    Optional<Located<Integer>> attempts,
    Optional<ConfirmDecl> confirm,
    Optional<KeypadDecl> dtmf) {

  /// `confirm: yes`, or the question word for word.
  public record ConfirmDecl(Optional<WordingDecl> question, Span span) {}

  /// `dtmf: yes`, or how an entry by keys is made.
  ///
  /// @param terminator the key that completes an entry, `#` or `*`
  /// @param length how many keys are all there can be
  public record KeypadDecl(
      Optional<Located<String>> terminator,
      Optional<Located<Duration>> interDigit,
      Optional<Located<Integer>> length,
      Span span) {}
}
