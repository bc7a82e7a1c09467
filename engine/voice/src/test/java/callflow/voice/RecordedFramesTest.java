package callflow.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.AudioFormat;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.Value;
import callflow.voice.Recordings.Shape;
import callflow.voice.VoiceSignal.AgentWords;
import callflow.voice.VoiceSignal.CallerCommitted;
import callflow.voice.VoiceSignal.CallerStarted;
import callflow.voice.VoiceSignal.CallerStopped;
import callflow.voice.VoiceSignal.CallerWords;
import callflow.voice.VoiceSignal.Configured;
import callflow.voice.VoiceSignal.Greeted;
import callflow.voice.VoiceSignal.Idle;
import callflow.voice.VoiceSignal.ReplyAudio;
import callflow.voice.VoiceSignal.ReplyEnded;
import callflow.voice.VoiceSignal.ReplyStarted;
import callflow.voice.VoiceSignal.ToolAsked;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every shape of a frame that live sessions were seen to send.
class RecordedFramesTest {
  /// What tells us nothing that we don't learn from another frame.
  private static final Set<String> IGNORED =
      Set.of(
          "ping",
          "conversation.item.added",
          "input_audio_buffer.cleared",
          "response.output_item.added",
          "response.content_part.added",
          "response.content_part.done",
          "response.output_audio.done",
          "response.output_audio_transcript.delta",
          "response.function_call_arguments.delta");

  /// Values that tell shapes apart; of all others only the kind does.
  private static final Set<String> TELLING = Set.of("type", "status", "role");

  private final RealtimeDialect dialect = new RealtimeDialect();

  static List<Shape> frames() {
    return Recordings.frames();
  }

  @ParameterizedTest
  @MethodSource("frames")
  void a_recorded_frame_is_read_as_what_its_type_means(Shape recorded) {
    var signal = IGNORED.contains(recorded.type()) ? new Idle() : meant(recorded.frame());

    assertThat(dialect.decode(recorded.json())).containsExactly(signal);
  }

  @Test
  void all_that_is_ignored_was_recorded() {
    assertThat(frames()).extracting(Shape::type).containsAll(IGNORED);
  }

  @ParameterizedTest
  @MethodSource("frames")
  void sound_is_found_in_recorded_frames_and_nowhere_else(Shape recorded) {
    byte[] bytes = recorded.json().getBytes(UTF_8);
    var place = new AudioFrames.Place();

    boolean found = dialect.audio().find(ByteBuffer.wrap(bytes), place);

    assertThat(found).isEqualTo(recorded.type().equals("response.output_audio.delta"));
    if (!found) return;
    var sound =
        new ReplyAudio(
            between(bytes, place.replyStart, place.replyEnd),
            between(bytes, place.itemStart, place.itemEnd),
            between(bytes, place.audioStart, place.audioEnd));
    assertThat(sound).isEqualTo(meant(recorded.frame()));
  }

  @Test
  void no_shape_is_kept_twice() {
    assertThat(frames()).extracting(shape -> outline("", shape.frame())).doesNotHaveDuplicates();
    assertThat(frames()).extracting(Shape::name).doesNotHaveDuplicates();
    assertThat(frames()).allMatch(shape -> shape.name().split("[/+]", 2)[0].equals(shape.type()));
  }

  /// The table: which signal a type stands for, filled from the frame.
  private static VoiceSignal meant(JsonNode frame) {
    String item = at(frame, "/item_id");
    String reply = at(frame, "/response_id");
    return switch (at(frame, "/type")) {
      case "session.created" -> new Greeted(Optional.empty());
      case "conversation.created" -> new Greeted(Optional.of(at(frame, "/conversation/id")));
      case "session.updated" -> new Configured(Optional.of(AudioFormat.pcm(24000)));
      case "input_audio_buffer.speech_started" -> new CallerStarted(item);
      case "input_audio_buffer.speech_stopped" -> new CallerStopped(item);
      case "input_audio_buffer.committed" -> new CallerCommitted(item);
      case "conversation.item.input_audio_transcription.updated" ->
          new CallerWords(item, at(frame, "/transcript"), false);
      case "conversation.item.input_audio_transcription.completed" ->
          new CallerWords(item, at(frame, "/transcript"), at(frame, "/status").equals("completed"));
      case "response.created" -> new ReplyStarted(at(frame, "/response/id"));
      case "response.output_audio.delta" -> new ReplyAudio(reply, item, at(frame, "/delta"));
      case "response.output_audio_transcript.done" ->
          new AgentWords(reply, item, at(frame, "/transcript"));
      case "response.function_call_arguments.done" -> asked(reply, frame);
      case "response.output_item.done" ->
          at(frame, "/item/type").equals("function_call")
              ? asked(reply, frame.path("item"))
              : new Idle();
      case "response.done" -> new ReplyEnded(reply, true);
      default -> throw new AssertionError("no meaning is given to " + frame);
    };
  }

  private static ToolAsked asked(String reply, JsonNode call) {
    var arguments = Value.Fields.of("day", new Value.Text("Monday"));
    return new ToolAsked(
        reply,
        new ToolCallId(at(call, "/call_id")),
        new ToolName(at(call, "/name")),
        Optional.of(arguments));
  }

  /// A text that must be there.
  private static String at(JsonNode node, String path) {
    var text = node.at(path);
    boolean optional = Set.of("/item_id", "/response_id").contains(path);
    assertThat(text.isTextual() || optional).as(path).isTrue();
    return text.asText("");
  }

  private static String between(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, UTF_8);
  }

  private static String outline(String key, JsonNode node) {
    if (node.isObject()) {
      var keys = new TreeSet<String>();
      node.fieldNames().forEachRemaining(keys::add);
      return keys.stream()
          .map(inner -> inner + ":" + outline(inner, node.path(inner)))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(inner -> outline("", inner))
          .distinct()
          .collect(Collectors.joining(",", "[", "]"));
    }
    return TELLING.contains(key) ? node.asText() : node.getNodeType().name();
  }
}
