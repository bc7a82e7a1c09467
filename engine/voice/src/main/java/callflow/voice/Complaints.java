package callflow.voice;

import static callflow.voice.VoiceSignal.Complaint.Kind.BUSY;
import static callflow.voice.VoiceSignal.Complaint.Kind.ENDING;
import static callflow.voice.VoiceSignal.Complaint.Kind.NOISE;
import static callflow.voice.VoiceSignal.Complaint.Kind.OTHER;
import static callflow.voice.VoiceSignal.Complaint.Kind.REFUSED;

import callflow.value.Value;
import callflow.voice.VoiceSignal.Complaint;
import java.util.Locale;
import java.util.stream.Stream;

/// What a service's error means for the session; codes and wordings as reported from live use.
final class Complaints {
  /// Characters of a message that are kept.
  private static final int LONGEST = 500;

  private Complaints() {}

  /// Reads `error` as an object or as text; without it the frame itself is the error.
  static Complaint of(Frame frame) {
    var error = frame.at("error");
    if (frame.isText("error")) error = new Frame(JsonWriting.with("message", frame.text("error")));
    else if (error.fields().isEmpty()) error = new Frame(withoutType(frame.fields()));
    String message = error.text("message");
    return new Complaint(kind(error), error.text("code", "type"), cut(message));
  }

  /// The type of the frame is `error`, which says nothing about the error.
  private static Value.Fields withoutType(Value.Fields frame) {
    return frame.get("type").isPresent() ? frame.with("type", new Value.Text("")) : frame;
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  private static Complaint.Kind kind(Frame error) {
    String code = error.text("code");
    String said = error.text("message").toLowerCase(Locale.ROOT);
    return switch (code) {
      case "response_cancel_not_active",
          "input_audio_buffer_commit_empty",
          "item_truncate_invalid_item_id" ->
          NOISE;
      case "conversation_already_has_active_response" -> BUSY;
      case "cannot_update_voice", "invalid_audio_format" -> REFUSED;
      case "timeout", "max_duration", "session_expired" -> ENDING;
      default -> byTypeOrWords(error, said);
    };
  }

  private static Complaint.Kind byTypeOrWords(Frame error, String said) {
    String type = error.type();
    if (type.equals("timeout") || type.equals("max_duration")) return ENDING;
    if (says(said, "no active response", "buffer too small", "already shorter than")) return NOISE;
    if (says(said, "already has an active response")) return BUSY;
    if (says(said, "invalid tool parameter schema", "cannot update a conversation's voice")) {
      return REFUSED;
    }
    String at = error.text("param");
    return at.equals("session") || at.startsWith("session.") ? REFUSED : OTHER;
  }

  private static boolean says(String said, String... wordings) {
    return Stream.of(wordings).anyMatch(said::contains);
  }
}
