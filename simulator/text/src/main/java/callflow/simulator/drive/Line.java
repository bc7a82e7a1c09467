package callflow.simulator.drive;

import callflow.engine.call.Handover;
import callflow.engine.call.Taken;
import callflow.engine.call.TimerId;
import callflow.engine.call.TransferOutcome;
import callflow.value.OperationRef;
import callflow.value.ToolName;
import callflow.value.TransferName;
import callflow.value.Value;
import java.time.Duration;
import java.time.Instant;

/// One line of a [Transcript]: something that happened in a simulated call.
public sealed interface Line {
  Instant at();

  record CallerSaid(Instant at, String words) implements Line {}

  record CallerPressed(Instant at, String keys) implements Line {}

  record CallerHungUp(Instant at) implements Line {}

  /// Nobody did anything for that long; `at` is when it began.
  record TimePassed(Instant at, Duration duration) implements Line {}

  /// The agent spoke: words of the flow, or the model's own.
  record AgentSaid(Instant at, String words) implements Line {}

  /// What was being said was cut off.
  record AgentStopped(Instant at) implements Line {}

  /// The model asked for something; what came of it follows.
  record ModelAsked(Instant at, ToolName tool, Value.Fields arguments) implements Line {}

  /// The model's part of the turn was not its own: a scenario wrote it.
  record ModelScripted(Instant at) implements Line {}

  /// A connector was asked; what it answered is a `Decided` of its own.
  record ToolCalled(Instant at, ToolName tool, OperationRef operation, Value.Fields arguments)
      implements Line {}

  record TransferOrdered(
      Instant at, TransferName transfer, String to, Value.Fields attached, Handover handover)
      implements Line {}

  record TransferCameOut(Instant at, TransferName transfer, TransferOutcome outcome)
      implements Line {}

  record TimerRang(Instant at, TimerId timer) implements Line {}

  /// What the interpreter did; what it said is an `AgentSaid`.
  record Decided(Instant at, Taken what) implements Line {}

  /// The simulator stopped something that would have gone on without end.
  record Stopped(Instant at, String why) implements Line {}
}
