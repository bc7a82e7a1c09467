package callflow.engine.call;

import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.TransferName;
import callflow.value.Value;
import callflow.value.VariableName;
import java.time.Duration;

/// What a step did and why, for people, tests and coverage; nothing acts on it.
public sealed interface Taken {

  /// A state was entered.
  ///
  /// @param why what led here: `next`, the choice's name, the event
  record Entered(StateName state, int visit, String why) implements Taken {}

  /// The call goes on in this language.
  record Switched(String language) implements Taken {}

  /// The agent said this, word for word; it stands where it was said among the other decisions.
  record Said(String text) implements Taken {}

  record Filled(VariableName variable, Value value, String by) implements Taken {}

  record Cleared(VariableName variable) implements Taken {}

  /// A value that can't be taken, or a turn that brought none.
  record NotUnderstood(VariableName variable, int attempt, String why) implements Taken {}

  record Guard(String where, boolean held, String note) implements Taken {}

  record Invoked(ToolName tool, Value.Fields arguments) implements Taken {}

  record Returned(ToolName tool, ToolResult result) implements Taken {}

  /// It could not be reached and is asked once more.
  record Retried(ToolName tool, ToolResult result) implements Taken {}

  /// A request of the model that the engine turned down.
  ///
  /// @param code `not_offered`, `bad_arguments`, `requires`, `policy`, `declined`, …
  record Refused(ToolName tool, String code, String why) implements Taken {}

  /// The caller was asked for a yes to a tool, or to a value.
  record Asked(String about, String question) implements Taken {}

  record Answered(String about, boolean yes) implements Taken {}

  /// An event was handled by the flow.
  record Handled(String event) implements Taken {}

  record Transferring(TransferName transfer, String to) implements Taken {}

  record TransferCameBack(TransferName transfer, TransferOutcome outcome) implements Taken {}

  /// Something that came too late, or means nothing here.
  record Ignored(String what, String why) implements Taken {}

  /// The call has come so far, for the first time.
  ///
  /// @param after how long after the call started
  record Reached(String milestone, Duration after) implements Taken {}

  /// What the flow reports of a call that has ended; sensitive values are masked.
  record Reported(Value.Fields fields) implements Taken {}

  /// The recording of the call was started, paused, or taken up again.
  record Recording(String what) implements Taken {}

  /// A bound of the call was hit.
  record LimitHit(String limit) implements Taken {}

  record Ended(EndReason reason) implements Taken {}
}
