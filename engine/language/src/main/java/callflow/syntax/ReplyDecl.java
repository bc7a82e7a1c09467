package callflow.syntax;

import callflow.source.Located;
import callflow.source.Span;
import callflow.value.Value;
import java.util.Optional;

/// One prepared answer of a connector, in a scenario or under `mock:` of a connector file.
///
/// @param when arguments that must be equal; empty matches every call
/// @param times how often it may be used; empty: once, or for ever when it is the last that matches
public record ReplyDecl(
    Value.Fields when, Outcome outcome, Optional<Located<Integer>> times, Span span) {

  /// What is answered.
  public sealed interface Outcome {
    /// `reply: { … }`.
    record Reply(Value.Fields output) implements Outcome {}

    /// `fail: timeout`: one of `timeout`, `unreachable`, `busy`, `bad_answer`, `failed`, `unknown`,
    /// or an error code of the operation, which is a refusal.
    record Fail(Located<String> how) implements Outcome {}
  }
}
