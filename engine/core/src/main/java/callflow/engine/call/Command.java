package callflow.engine.call;

import callflow.program.TransferDef;
import callflow.value.Effect;
import callflow.value.OperationRef;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.TransferName;
import callflow.value.Value;
import java.time.Duration;

/// An order to the outside world. The interpreter writes them, only a shell carries them out.
///
/// They are carried out in order. [Transfer] and [HangUp] wait until all speech before them has
/// been heard.
public sealed interface Command {

  /// The whole voice session as this state wants it. Idempotent, never a delta. Answered by
  /// `VoiceReady`.
  record ConfigureVoice(VoiceSetup setup, int visit) implements Command {}

  /// The model may speak now.
  ///
  /// @param note what it should know for this one turn; may be empty
  record LetModelSpeak(int visit, String note) implements Command {}

  /// Speak this word for word.
  ///
  /// @param interruptible whether the caller may cut it off; until one that is not has been heard,
  ///   keys are ignored and what the caller says is kept back
  record Say(String text, boolean interruptible) implements Command {
    public Say(String text) {
      this(text, true);
    }
  }

  /// Cut off what is being said and drop what is queued.
  record StopSpeaking() implements Command {}

  /// Answers a request of the model.
  record AnswerTool(ToolCallId id, ToolResult result) implements Command {}

  /// Asks a connector; answered by `ToolReturned` with the same id, within `timeout`.
  ///
  /// @param key the same for every attempt at the same action, different for all others
  record InvokeTool(
      ToolCallId id,
      String key,
      ToolName tool,
      OperationRef operation,
      Effect effect,
      Value.Fields arguments,
      Duration timeout)
      implements Command {}

  record StartTimer(TimerId id, int visit, Duration after) implements Command {}

  record CancelTimer(TimerId id) implements Command {}

  /// Hands the caller over; answered by `TransferEnded` with the same visit.
  record Transfer(
      TransferName name,
      String to,
      TransferDef.Mode mode,
      Duration ring,
      Value.Fields attach,
      int visit,
      Handover handover)
      implements Command {}

  /// The caller knows and may be recorded from now on.
  record StartRecording() implements Command {}

  /// Nothing that is said or entered from now on may be recorded.
  record PauseRecording() implements Command {}

  record ResumeRecording() implements Command {}

  record HangUp(EndReason reason) implements Command {}
}
