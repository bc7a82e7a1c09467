package callflow.engine.call;

import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.time.Duration;
import java.time.Instant;

/// Something that happened to a call: the interpreter's only input, and what a journal keeps.
///
/// `at` is the time of the outside world; the interpreter has no other clock.
public sealed interface Event {
  Instant at();

  /// What the caller's line brings.
  sealed interface CallEvent extends Event {}

  record CallStarted(Instant at, CallInfo call) implements CallEvent {}

  /// One key of the telephone: `0` to `9`, `*`, `#`.
  record DigitPressed(Instant at, char digit) implements CallEvent {}

  /// Everything that was to be heard has been heard; the line is quiet from our side.
  record PlaybackEnded(Instant at) implements CallEvent {}

  record TransferEnded(Instant at, int visit, TransferOutcome outcome) implements CallEvent {}

  record CallerHungUp(Instant at) implements CallEvent {}

  /// What the voice session brings.
  sealed interface VoiceEvent extends Event {}

  /// The session works as the setup of that visit asked.
  record VoiceReady(Instant at, int visit) implements VoiceEvent {}

  /// The caller has begun to speak; the words come later. Over the agent it is an interruption.
  record CallerSpoke(Instant at) implements VoiceEvent {}

  record CallerSaid(Instant at, String transcript) implements VoiceEvent {}

  /// The caller spoke over the agent, who had been heard for that long since the line was last
  /// quiet; the rest is not played any more.
  record CallerInterrupted(Instant at, Duration heard) implements VoiceEvent {}

  record AgentSaid(Instant at, String transcript) implements VoiceEvent {}

  record ToolRequested(Instant at, ToolCallId id, ToolName tool, Value.Fields arguments)
      implements VoiceEvent {}

  /// The model's reply is complete: no more words or requests belong to it.
  record TurnEnded(Instant at) implements VoiceEvent {}

  record VoiceLost(Instant at, String reason) implements VoiceEvent {}

  record ToolReturned(Instant at, ToolCallId id, ToolResult result) implements Event {}

  record TimerFired(Instant at, TimerId id, int visit) implements Event {}
}
