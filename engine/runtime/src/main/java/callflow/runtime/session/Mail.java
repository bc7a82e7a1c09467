package callflow.runtime.session;

import callflow.engine.call.TransferOutcome;
import callflow.runtime.voice.VoiceMail;
import callflow.value.ToolCallId;
import callflow.value.ToolResult;

/// What reaches a call's thread from others.
sealed interface Mail {
  record Key(char key) implements Mail {}

  record MarkReached(String name) implements Mail {}

  record MediaLost() implements Mail {}

  record MediaBack() implements Mail {}

  record TransferCame(TransferOutcome outcome) implements Mail {}

  record CallerGone() implements Mail {}

  /// The server ends, and this call with it.
  record ServerEnds() implements Mail {}

  /// We hear the caller begin or stop ourselves.
  record CallerSound(boolean began) implements Mail {}

  record FromVoice(VoiceMail mail) implements Mail {}

  record ToolAnswered(ToolCallId id, ToolResult result) implements Mail {}
}
