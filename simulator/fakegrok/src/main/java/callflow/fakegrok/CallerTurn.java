package callflow.fakegrok;

import static callflow.fakegrok.RealtimeFrames.frame;
import static callflow.fakegrok.RealtimeFrames.itemAdded;
import static callflow.fakegrok.RealtimeFrames.message;
import static callflow.fakegrok.RealtimeFrames.part;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes down one turn of the caller in the realtime dialect: announced when speech begins,
/// transcribed in growing snapshots, closed when it stops.
final class CallerTurn {
  /// A snapshot is sent when so many characters have come to the one before.
  private static final int SNAPSHOT_STEP = 12;

  private final String item = Json.uuid();
  private final Optional<String> previous;
  private final Consumer<ObjectNode> out;
  private int shown;

  CallerTurn(Optional<String> previous, Consumer<ObjectNode> out) {
    this.previous = previous;
    this.out = out;
  }

  String item() {
    return item;
  }

  void began(long at) {
    out.accept(of("input_audio_buffer.speech_started").put("audio_start_ms", at));
    announced();
  }

  void announced() {
    out.accept(
        itemAdded(
            message(item, "in_progress", "user", part("input_audio", "transcript", "")), previous));
  }

  /// Sends a snapshot if enough has come.
  ///
  /// @param interim whether the client asked for `updated` events, too
  void said(String words, boolean interim) {
    if (words.length() < shown + SNAPSHOT_STEP) return;
    shown = words.length();
    if (interim) {
      out.accept(
          of("conversation.item.input_audio_transcription.updated")
              .put("content_index", 0)
              .put("transcript", words));
    }
    transcript(words, "in_progress");
  }

  void stopped(long at) {
    out.accept(of("input_audio_buffer.speech_stopped").put("audio_end_ms", at));
  }

  void committed() {
    var frame = of("input_audio_buffer.committed");
    previous.ifPresent(id -> frame.put("previous_item_id", id));
    out.accept(frame);
  }

  void completed(String words) {
    transcript(words, "completed");
  }

  private void transcript(String words, String status) {
    out.accept(
        of("conversation.item.input_audio_transcription.completed")
            .put("content_index", 0)
            .put("transcript", words)
            .put("status", status));
  }

  private ObjectNode of(String type) {
    return frame(type).put("item_id", item);
  }
}
