package callflow.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.AudioFormat;
import callflow.value.ToolCallId;
import callflow.voice.SessionSettings.TurnTaking;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What we send, against what the service was seen to take.
class RecordedRequestsTest {
  /// In no recording, but in xAI's documents: "Speech to Speech" and the schema of the events.
  private static final Set<String> DOCUMENTED =
      Set.of(
          "session.update .session.voice STRING",
          "session.update .session.turn_detection.threshold NUMBER",
          "session.update .session.turn_detection.silence_duration_ms NUMBER",
          "session.update .session.turn_detection.prefix_padding_ms NUMBER",
          "session.update .session.audio.input.transcription.language_hint STRING",
          "session.update .session.audio.input.transcription.keyterms[] STRING",
          "session.update .session.audio.output.speed NUMBER",
          "message by system .item.type STRING",
          "message by system .item.role STRING",
          "message by system .item.content[].type STRING",
          "message by system .item.content[].text STRING",
          "force_message by assistant .item.type STRING",
          "force_message by assistant .item.role STRING",
          "force_message by assistant .item.interruptible BOOLEAN",
          "force_message by assistant .item.content[].type STRING",
          "force_message by assistant .item.content[].text STRING",
          "response.cancel .response_id STRING",
          "conversation.item.truncate .item_id STRING",
          "conversation.item.truncate .content_index NUMBER",
          "conversation.item.truncate .audio_end_ms NUMBER");

  private final RealtimeDialect dialect = new RealtimeDialect();

  @Test
  void we_send_no_key_that_was_neither_recorded_nor_documented() {
    var taken = new TreeSet<String>();
    Recordings.requests().forEach(shape -> taken.addAll(paths(shape.frame())));

    var unseen = new TreeSet<String>();
    everything().forEach(frame -> unseen.addAll(paths(frame)));
    unseen.removeAll(taken);

    assertThat(unseen).containsExactlyInAnyOrderElementsOf(DOCUMENTED);
  }

  @Test
  void a_tools_answer_and_the_wish_for_a_reply_are_as_recorded() {
    var output = recorded("conversation.item.create/output");
    var id = new ToolCallId(output.at("/item/call_id").asText());

    assertThat(sent(new VoiceRequest.AnswerTool(id, output.at("/item/output").asText())))
        .containsExactly(output);
    assertThat(sent(new VoiceRequest.SpeakFreely(""))).containsExactly(recorded("response.create"));
  }

  @Test
  void sound_and_the_end_of_a_turn_are_as_recorded() {
    var append = recorded("input_audio_buffer.append");

    assertThat(sound(append.path("audio").asText())).isEqualTo(append);
    assertThat(sent(new VoiceRequest.EndCallerTurn()))
        .contains(recorded("input_audio_buffer.commit"));
  }

  @Test
  void functions_are_declared_as_recorded() {
    var tools = only(open(AudioFormat.MU_LAW)).at("/session/tools");
    var declared = recorded("session.update/vad+tools").at("/session/tools/0");

    assertThat(tools).isNotEmpty();
    assertThat(tools).allSatisfy(tool -> assertThat(keys(tool)).isEqualTo(keys(declared)));
  }

  private Stream<JsonNode> everything() {
    var settings = Northwind.settings();
    var requests =
        Stream.of(
            open(AudioFormat.MU_LAW),
            open(AudioFormat.pcm(24000)),
            new VoiceRequest.Change(settings, Briefing.of(Northwind.menu())),
            new VoiceRequest.SpeakExactly("Good morning."),
            new VoiceRequest.SpeakFreely(""),
            new VoiceRequest.SpeakFreely("The caller has pressed 9."),
            new VoiceRequest.AnswerTool(new ToolCallId("call-1"), "{}"),
            new VoiceRequest.StopReply(Optional.empty()),
            new VoiceRequest.StopReply(Optional.of("r1")),
            new VoiceRequest.Truncate("i1", Duration.ofMillis(80)),
            new VoiceRequest.EndCallerTurn());
    return Stream.concat(
        requests.flatMap(request -> sent(request).stream()), Stream.of(sound("AAAA")));
  }

  private static VoiceRequest open(AudioFormat format) {
    var settings =
        new SessionSettings(
            "m", format, Northwind.GERMAN, TurnTaking.DEFAULT, List.of("Northwind"));
    return new VoiceRequest.Open(settings, Briefing.of(Northwind.menu()));
  }

  private List<JsonNode> sent(VoiceRequest request) {
    return dialect.encode(request).stream().map(MadeUpSessions::json).toList();
  }

  private JsonNode only(VoiceRequest request) {
    return sent(request).getFirst();
  }

  private JsonNode sound(String base64) {
    var audio = dialect.audio();
    return MadeUpSessions.json(
        new String(audio.head(), UTF_8) + base64 + new String(audio.tail(), UTF_8));
  }

  private static JsonNode recorded(String name) {
    return Recordings.named(Recordings.requests(), name).frame();
  }

  private static Set<String> keys(JsonNode object) {
    var keys = new TreeSet<String>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /// Where something stands in a frame, and of what kind it is. Items are told apart by their type
  /// and role; a tool's parameters are the author's.
  private static Set<String> paths(JsonNode frame) {
    var paths = new TreeSet<String>();
    String type = frame.path("type").asText();
    var item = frame.path("item");
    String by = item.has("role") ? " by " + item.path("role").asText() : "";
    String about = type.equals("conversation.item.create") ? item.path("type").asText() + by : type;
    collect(about + " ", frame, paths);
    paths.remove(about + " .type STRING");
    return paths;
  }

  private static void collect(String path, JsonNode node, Set<String> paths) {
    if (node.isObject() && !path.endsWith(".parameters")) {
      node.properties()
          .forEach(entry -> collect(path + "." + entry.getKey(), entry.getValue(), paths));
    } else if (node.isArray()) {
      node.forEach(inner -> collect(path + "[]", inner, paths));
    } else {
      paths.add(path + " " + node.getNodeType());
    }
  }
}
