package callflow.voice;

import callflow.value.AudioFormat;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.Value;
import java.util.Optional;

/// Something a voice session tells us. Ids are empty where a dialect has none.
public sealed interface VoiceSignal {

  /// The connection is up and the session may be set up.
  ///
  /// @param conversation the id by which it can be resumed
  record Greeted(Optional<String> conversation) implements VoiceSignal {}

  /// The session works as asked.
  ///
  /// @param output how the service says it will send sound; empty when it doesn't say
  record Configured(Optional<AudioFormat> output) implements VoiceSignal {}

  /// May come twice in one turn.
  record CallerStarted(String item) implements VoiceSignal {}

  record CallerStopped(String item) implements VoiceSignal {}

  /// The caller's turn is closed; its final words may come later.
  record CallerCommitted(String item) implements VoiceSignal {}

  /// What the caller said: the whole item, which replaces what was sent for it before. A version
  /// that is not complete may come late and shorter, after the complete one, and counts no more.
  ///
  /// @param complete whether no further version is expected
  record CallerWords(String item, String words, boolean complete) implements VoiceSignal {}

  record ReplyStarted(String reply) implements VoiceSignal {}

  /// Sound of a reply that was not taken out by [AudioFrames], in base64.
  record ReplyAudio(String reply, String item, String base64) implements VoiceSignal {}

  /// What the agent says, whole; may come before its sound has been heard.
  record AgentWords(String reply, String item, String words) implements VoiceSignal {}

  /// Words of somebody: the dialect doesn't say whose.
  record SomebodysWords(String words) implements VoiceSignal {}

  /// The model asks for a tool.
  ///
  /// @param arguments empty when they are no JSON object: the request can't be carried out
  record ToolAsked(String reply, ToolCallId id, ToolName tool, Optional<Value.Fields> arguments)
      implements VoiceSignal {}

  /// No more belongs to this reply.
  ///
  /// @param complete false when it was broken off
  record ReplyEnded(String reply, boolean complete) implements VoiceSignal {}

  /// The service complains.
  record Complaint(Kind kind, String code, String message) implements VoiceSignal {
    /// What a complaint means for the session.
    public enum Kind {
      /// It came too late or asked twice; nothing is lost.
      NOISE,
      /// What was asked last is not in force; an earlier set-up may still be.
      REFUSED,
      /// A reply is active already; ask again when it is done.
      BUSY,
      /// The session is about to end.
      ENDING,
      /// Anything else; the session goes on.
      OTHER
    }
  }

  /// Nothing to do, such as a ping.
  record Idle() implements VoiceSignal {}

  /// A frame we don't know, or that is no sensible JSON. Counted, never fatal.
  ///
  /// @param type its type if it has one
  record Unknown(String type) implements VoiceSignal {}
}
