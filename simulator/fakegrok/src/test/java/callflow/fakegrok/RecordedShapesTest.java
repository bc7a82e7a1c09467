package callflow.fakegrok;

import static callflow.fakegrok.FakeGrok.Settings.fast;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.fakegrok.Mind.Act.Call;
import callflow.fakegrok.Mind.Act.Speak;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The stand-in's frames have the keys of recorded ones, no more and no fewer.
///
/// @see "engine/voice/src/test/resources/callflow/voice/README.md"
class RecordedShapesTest {
  private static final Path RECORDED =
      Path.of("../../engine/voice/src/test/resources/callflow/voice/recorded-frames.jsonl");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ScriptedMind mind = new ScriptedMind();
  private final FakeGrok grok = FakeGrok.start(fast(() -> mind));

  @AfterEach
  void close() {
    grok.close();
  }

  @Test
  void spoken_turn_and_tool_round_are_made_of_recorded_shapes() throws Exception {
    mind.does(new Speak("I'll look."), new Call("find_order", "{\"order\":4711}"))
        .says("Found it.");
    try (var client = GrokClient.ready(grok)) {
      client.speak("Where is my order 4711, please?");
      String call = client.until("response.function_call_arguments.done").path("call_id").asText();
      client.until("response.done");
      client.send(
          """
          {"type":"conversation.item.create","item":
           {"type":"function_call_output","call_id":"%s","output":"{}"}}
          """
              .formatted(call));
      client.send("{\"type\":\"response.create\",\"response\":{\"metadata\":{\"turn\":\"3\"}}}");
      client.until("response.done");
      client.send("{\"type\":\"input_audio_buffer.clear\"}");
      client.until("input_audio_buffer.cleared");

      assertThat(client.seen("response.done")).hasSize(2);
      everyFrameIsRecorded(client);
    }
  }

  @Test
  void resumed_and_seeded_history_is_made_of_recorded_shapes() throws Exception {
    mind.says("We talked before.");
    String resumable =
        "{\"type\":\"session.update\",\"session\":{\"resumption\":{\"enabled\":true}}}";
    String id;
    try (var client = GrokClient.of(grok.realtime())) {
      id = client.until("conversation.created").path("conversation").path("id").asText();
      client.send(resumable);
      client.send("{\"type\":\"response.create\"}");
      client.until("response.done");
    }
    assertThat(grok.latest().orElseThrow().awaitClosed(PATIENCE)).isTrue();

    try (var client = GrokClient.of(URI.create(grok.realtime() + "?conversation_id=" + id))) {
      client.until("conversation.created");
      client.send(resumable);
      client.until("session.updated");
      client.send(
          """
          {"type":"conversation.item.create","item":{"type":"message","role":"assistant",
           "content":[{"type":"output_text","text":"It is open."}]}}
          """);
      while (client.seen("conversation.item.added").size() < 2) {
        client.until("conversation.item.added");
      }

      everyFrameIsRecorded(client);
    }
  }

  /// The echo of a session aside, which has the keys of what the client sent.
  private static void everyFrameIsRecorded(GrokClient client) throws IOException {
    var recorded = recorded();
    assertThat(client.seen())
        .filteredOn(frame -> !frame.path("type").asText().equals("session.updated"))
        .allSatisfy(frame ->
            assertThat(ofType(recorded, frame.path("type").asText()).map(Recorded::keys))
                .as(frame.toString())
                .contains(keys(frame)));
  }

  private record Recorded(String name, JsonNode frame) {
    Set<String> keys() {
      return RecordedShapesTest.keys(frame);
    }
  }

  private static Stream<Recorded> ofType(List<Recorded> recorded, String type) {
    return recorded.stream().filter(shape -> shape.frame().path("type").asText().equals(type));
  }

  /// The latest shapes: an item without `replayed` is an early one, but for a resumed session.
  private static List<Recorded> recorded() throws IOException {
    var all =
        Files.readAllLines(RECORDED).stream()
            .map(line -> Json.read(line).orElseThrow())
            .map(line -> new Recorded(line.path("name").asText(), line.path("frame")))
            .toList();
    return all.stream()
        .filter(shape -> !isEarly(shape, all) || shape.name().endsWith("/assistant-resumed"))
        .toList();
  }

  private static boolean isEarly(Recorded shape, List<Recorded> all) {
    return !shape.name().contains("+replayed")
        && ofType(all, shape.frame().path("type").asText())
            .anyMatch(other -> other.name().contains("+replayed"));
  }

  private static Set<String> keys(JsonNode frame) {
    var keys = new TreeSet<String>();
    collect("", frame, keys);
    return keys;
  }

  private static void collect(String path, JsonNode node, Set<String> keys) {
    if (node instanceof ObjectNode object && !path.endsWith(".parameters")) {
      for (var entry : object.properties()) {
        keys.add(path + "." + entry.getKey());
        collect(path + "." + entry.getKey(), entry.getValue(), keys);
      }
    }
    if (node.isArray()) node.forEach(inner -> collect(path + "[]", inner, keys));
  }
}
