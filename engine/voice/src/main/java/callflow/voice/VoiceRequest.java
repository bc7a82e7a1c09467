package callflow.voice;

import callflow.value.ToolCallId;
import java.time.Duration;
import java.util.Optional;

/// Something we ask of a voice session. Audio is not among them: it goes past, see [AudioFrames].
public sealed interface VoiceRequest {

  /// The first request on a connection: the whole session. Answered by `Configured`.
  record Open(SessionSettings settings, Brief brief) implements VoiceRequest {}

  /// Another state: only what may change on the wire is sent. Answered by `Configured`.
  record Change(SessionSettings settings, Brief brief) implements VoiceRequest {}

  /// The same in another language than before. Answered by `Configured`.
  record ChangeLanguage(SessionSettings settings, Brief brief) implements VoiceRequest {}

  /// Speak this. Word for word where the dialect can, else by instruction.
  ///
  /// @param interruptible whether the service may stop when it hears the caller
  record SpeakExactly(String text, boolean interruptible) implements VoiceRequest {
    public SpeakExactly(String text) {
      this(text, true);
    }
  }

  /// The model may speak now.
  ///
  /// @param note what it should know for this turn; may be empty
  record SpeakFreely(String note) implements VoiceRequest {}

  /// What a request of the model came to, as JSON text. Starts no reply where the dialect has
  /// `replyBoundaries`.
  record AnswerTool(ToolCallId id, String output) implements VoiceRequest {}

  /// Break the reply off.
  ///
  /// @param reply which one, so that the next is not hit by mistake; empty where the dialect does
  ///   not number them
  record StopReply(Optional<String> reply) implements VoiceRequest {}

  /// Only so much of an item was heard by the caller. Best effort; never answered reliably.
  record Truncate(String item, Duration heard) implements VoiceRequest {}

  /// The caller has stopped speaking; for dialects without `speechEvents`.
  record EndCallerTurn() implements VoiceRequest {}
}
