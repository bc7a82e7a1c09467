package callflow.check;

import callflow.source.Span;
import callflow.syntax.ActionDecl;
import callflow.value.StateName;

/// One way from a state to a state, and what makes a call take it.
record Edge(StateName from, StateName to, Cause cause, ActionDecl action) {

  /// What makes a call take an edge.
  sealed interface Cause {
    /// The `index`-th branch of `next`.
    record Next(int index) implements Cause {}

    /// The caller's wish or silence, or an event of the conversation.
    record Caller() implements Cause {}

    /// The caller's wish, after which the call comes back.
    record Detour() implements Cause {}

    /// The way back from a detour.
    record Resume() implements Cause {}

    record ToolOutcome(ToolUse use, String outcome) implements Cause {}

    record TransferOutcome(String outcome) implements Cause {}
  }

  /// The place to point at: where the target is named.
  Span span() {
    return action.target().map(target -> target.span()).orElseGet(action::span);
  }
}
