package callflow.fakegrok;

import static callflow.fakegrok.FakeGrok.Settings.fast;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.fakegrok.FakeGrok.BargeIn;
import callflow.fakegrok.Mind.Act.Call;
import callflow.fakegrok.Mind.Act.Speak;
import callflow.fakegrok.Mind.Heard;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RealtimeSessionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ScriptedMind mind = new ScriptedMind();
  private final FakeGrok grok = FakeGrok.start(fast(() -> mind));

  @AfterEach
  void close() {
    grok.close();
  }

  @Test
  void session_begins_with_created_conversation_and_an_echo_of_its_settings() throws Exception {
    try (var client = GrokClient.of(grok.realtime())) {
      client.until("conversation.created");
      client.send(GrokClient.SET_UP);
      var session = client.until("session.updated").path("session");

      assertThat(client.types())
          .containsExactly("session.created", "conversation.created", "session.updated");
      assertThat(session.path("tools").path(0).path("function").path("name").asText())
          .isEqualTo("find_order");
      assertThat(session.path("audio").path("output").path("format").path("type").asText())
          .isEqualTo("audio/pcmu");
      assertThat(session.has("id")).isFalse();
      assertThat(session.has("resumption")).isFalse();
    }
  }

  @Test
  void spoken_turn_has_the_order_of_the_recordings() throws Exception {
    mind.says("It is on its way.");
    try (var client = GrokClient.ready(grok)) {
      client.forget();
      client.speak("Where is my order 4711, please?");
      var done = client.until("response.done");

      assertThat(client.types())
          .containsExactly(
              "input_audio_buffer.speech_started",
              "conversation.item.added",
              "conversation.item.input_audio_transcription.updated",
              "conversation.item.input_audio_transcription.completed",
              "conversation.item.input_audio_transcription.updated",
              "conversation.item.input_audio_transcription.completed",
              "input_audio_buffer.speech_stopped",
              "input_audio_buffer.committed",
              "conversation.item.input_audio_transcription.completed",
              "response.created",
              "response.output_item.added",
              "conversation.item.added",
              "response.content_part.added",
              "response.output_audio.delta",
              "response.output_audio_transcript.delta",
              "response.output_audio_transcript.done",
              "response.content_part.done",
              "response.output_audio.done",
              "response.output_item.done",
              "response.done");
      assertThat(done.path("response").path("status").asText()).isEqualTo("completed");
      assertThat(client.ear().text()).isEqualTo("It is on its way.");
      assertThat(mind.situations().getFirst().heard())
          .containsExactly(new Heard.Words("Where is my order 4711, please?"));
      assertThat(mind.situations().getFirst().instructions()).isEqualTo("Be kind.");
    }
  }

  @Test
  void long_speech_comes_in_pieces_that_join_to_the_whole() throws Exception {
    String story = "Once upon a time there was a very long sentence. ".repeat(12).strip();
    mind.says(story);
    try (var client = GrokClient.ready(grok)) {
      client.send("{\"type\":\"response.create\"}");
      client.until("response.done");

      assertThat(client.seen("response.output_audio.delta")).hasSizeGreaterThan(3);
      assertThat(client.ear().utterances()).containsExactly(new Ear.Utterance(story, true, true));
      var words = new StringBuilder();
      client
          .seen("response.output_audio_transcript.delta")
          .forEach(frame -> words.append(frame.path("delta").asText()));
      assertThat(words).hasToString(story);
    }
  }

  @Test
  void tool_result_is_taken_after_the_reply_is_done_and_never_before() throws Exception {
    mind.does(new Speak("I'll look. ".repeat(60)), new Call("find_order", "{\"order\":4711}"))
        .says("Found it.");
    try (var client = GrokClient.ready(grok)) {
      client.send("{\"type\":\"response.create\"}");
      client.until("response.created");
      client.send(output("call-not-yet"));
      assertThat(client.until("error").path("error").path("code").asText())
          .isEqualTo("invalid_tool_call_id");

      String call = client.until("response.function_call_arguments.done").path("call_id").asText();
      var done = client.until("response.done");
      client.send(output(call));
      client.send("{\"type\":\"response.create\",\"response\":{\"metadata\":{\"turn\":\"3\"}}}");
      var created = client.until("response.created");
      client.until("response.done");

      assertThat(done.path("response").path("output").path(1).path("name").asText())
          .isEqualTo("find_order");
      assertThat(created.path("response").path("metadata").path("turn").asText()).isEqualTo("3");
      assertThat(mind.situations().getLast().heard())
          .containsExactly(
              new Heard.Output(call, "find_order", "{\"order\":4711}", "{\"found\":true}"));
    }
  }

  @Test
  void second_reply_and_a_cancel_of_none_are_refused() throws Exception {
    mind.says("A long story. ".repeat(40));
    try (var client = GrokClient.ready(grok)) {
      client.send("{\"type\":\"response.cancel\",\"event_id\":\"c1\"}");
      var none = client.until("error").path("error");
      client.send("{\"type\":\"response.create\"}");
      client.until("response.created");
      client.send("{\"type\":\"response.create\"}");
      var second = client.until("error").path("error");

      assertThat(none.path("code").asText()).isEqualTo("response_cancel_not_active");
      assertThat(none.path("event_id").asText()).isEqualTo("c1");
      assertThat(second.path("code").asText())
          .isEqualTo("conversation_already_has_active_response");
    }
  }

  @Test
  void reply_can_be_cancelled_by_its_id_only_while_it_runs() throws Exception {
    mind.says("A long story. ".repeat(60)).says("Short.");
    try (var client = GrokClient.ready(grok)) {
      client.send("{\"type\":\"response.create\"}");
      String id = client.until("response.created").path("response").path("id").asText();
      client.until("response.output_audio.delta");
      client.send("{\"type\":\"response.cancel\",\"response_id\":\"%s\"}".formatted(id));
      var done = client.until("response.done").path("response");
      client.send("{\"type\":\"response.create\"}");
      client.send("{\"type\":\"response.cancel\",\"response_id\":\"%s\"}".formatted(id));
      client.until("error");

      assertThat(done.path("status").asText()).isEqualTo("cancelled");
      assertThat(done.path("output").path(0).path("status").asText()).isEqualTo("incomplete");
      assertThat(client.until("response.done").path("response").path("status").asText())
          .isEqualTo("completed");
    }
  }

  @Test
  void caller_who_speaks_stops_the_reply() throws Exception {
    mind.says("A long story. ".repeat(60)).says("Yes?");
    try (var client = GrokClient.ready(grok)) {
      client.send("{\"type\":\"response.create\"}");
      client.until("response.output_audio.delta");
      client.speak("Stop!");
      client.until("input_audio_buffer.speech_started");
      var broken = client.until("response.done").path("response");
      client.until("response.done");

      assertThat(broken.path("status").asText()).isEqualTo("cancelled");
      assertThat(client.ear().utterances().getFirst().ended()).isFalse();
      assertThat(client.ear().utterances().getLast().words()).isEqualTo("Yes?");
    }
  }

  @Test
  void stopped_reply_may_vanish_without_a_word() throws Exception {
    var settings = fast(() -> mind).withBargeIn(BargeIn.SILENTLY_DROPPED);
    mind.says("A long story. ".repeat(60)).says("Yes?");
    try (var silent = FakeGrok.start(settings);
        var client = GrokClient.ready(silent)) {
      client.send("{\"type\":\"response.create\"}");
      client.until("response.output_audio.delta");
      client.speak("Stop!");
      client.until("response.done");

      assertThat(client.seen("response.done")).hasSize(1);
      assertThat(client.seen("response.created")).hasSize(2);
    }
  }

  @Test
  void fixed_sentence_is_spoken_word_for_word_without_asking_the_mind() throws Exception {
    try (var client = GrokClient.ready(grok)) {
      client.send(
          """
          {"type":"conversation.item.create","item":{"type":"force_message","role":"assistant",
           "content":[{"type":"output_text","text":"This call is recorded."}]}}
          """);
      client.until("response.done");

      assertThat(client.ear().text()).isEqualTo("This call is recorded.");
      assertThat(mind.situations()).isEmpty();
    }
  }

  @Test
  void text_of_the_caller_and_of_the_system_reach_the_mind_apart() throws Exception {
    try (var client = GrokClient.ready(grok)) {
      client.send(message("user", "The caller pressed 1."));
      client.send(message("system", "Be brief."));
      client.send(
          "{\"type\":\"response.create\",\"response\":{\"instructions\":\"Say goodbye.\"}}");
      client.until("response.done");

      assertThat(mind.situations().getFirst().heard())
          .containsExactly(new Heard.Words("The caller pressed 1."), new Heard.Note("Be brief."));
      assertThat(mind.situations().getFirst().instructions()).isEqualTo("Say goodbye.");
      assertThat(client.ear().text()).isEqualTo("I see.");
    }
  }

  @Test
  void refused_tool_leaves_the_earlier_ones_in_force() throws Exception {
    try (var client = GrokClient.ready(grok)) {
      client.send(
          """
          {"type":"session.update","session":{"instructions":"Be rude.","tools":[
           {"type":"function","name":"bad","parameters":{"type":"array"}}]}}
          """);
      var error = client.until("error").path("error");

      assertThat(error.path("message").asText())
          .isEqualTo("Rejected invalid tool parameter schema for: bad");
      assertThat(grok.latest().orElseThrow().instructions()).isEqualTo("Be kind.");
      assertThat(grok.latest().orElseThrow().tools().getFirst()).contains("find_order");
    }
  }

  @Test
  void update_changes_only_what_it_names_and_may_have_the_other_vendors_shape() throws Exception {
    try (var client = GrokClient.of(grok.realtime())) {
      client.until("conversation.created");
      client.send(
          """
          {"type":"session.update","session":{"type":"realtime","instructions":"One.",
           "audio":{"input":{"format":{"type":"audio/pcmu"},
                             "turn_detection":{"type":"server_vad","silence_duration_ms":200}},
                    "output":{"format":{"type":"audio/pcmu"},"voice":"leo"}}}}
          """);
      client.until("session.updated");
      client.send("{\"type\":\"session.update\",\"session\":{\"instructions\":\"Two.\"}}");
      var session = client.until("session.updated").path("session");
      client.speak("Hello?");
      client.until("response.done");

      assertThat(session.path("voice").asText()).isEqualTo("leo");
      assertThat(session.path("turn_detection").path("silence_duration_ms").asInt()).isEqualTo(200);
      assertThat(mind.situations().getFirst().instructions()).isEqualTo("Two.");
    }
  }

  @Test
  void linear_sound_is_spoken_and_understood_too() throws Exception {
    var format = new SoundFormat(SoundFormat.Kind.PCM, 24000);
    try (var client = GrokClient.of(grok.realtime()).hearing(format)) {
      client.until("conversation.created");
      client.send(
          """
          {"type":"session.update","session":{
           "turn_detection":{"type":"server_vad","silence_duration_ms":200}}}
          """);
      client.until("session.updated");
      client.sound(
          "input_audio_buffer.append", format.write(AudibleText.encode("Good morning.", 3)));
      client.sound("input_audio_buffer.append", new byte[48 * 400]);
      client.until("response.done");

      assertThat(mind.situations().getFirst().heard())
          .containsExactly(new Heard.Words("Good morning."));
      assertThat(client.ear().text()).isEqualTo("I see.");
    }
  }

  @Test
  void without_turn_detection_a_turn_is_committed_by_hand() throws Exception {
    try (var client = GrokClient.of(grok.realtime())) {
      client.until("conversation.created");
      client.send(
          """
          {"type":"session.update","session":{"turn_detection":null,
           "audio":{"input":{"format":{"type":"audio/pcmu"}}}}}
          """);
      client.until("session.updated");
      client.speak("By hand.");
      client.send("{\"type\":\"input_audio_buffer.commit\"}");
      client.until("conversation.item.input_audio_transcription.completed");
      client.send("{\"type\":\"response.create\"}");
      client.until("response.done");

      assertThat(client.types()).doesNotContain("input_audio_buffer.speech_started");
      assertThat(mind.situations().getFirst().heard()).containsExactly(new Heard.Words("By hand."));
    }
  }

  @Test
  void conversation_is_resumed_by_its_id_with_the_same_mind() throws Exception {
    mind.says("We talked before.").says("As I said.");
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
    awaitNoneOpen();

    try (var client = GrokClient.of(URI.create(grok.realtime() + "?conversation_id=" + id))) {
      assertThat(client.until("conversation.created").path("conversation").path("id").asText())
          .isEqualTo(id);
      client.send(resumable);
      client.until("session.updated");
      client.send("{\"type\":\"response.create\"}");
      client.until("response.done");

      assertThat(client.seen("conversation.item.added").getFirst().toString())
          .contains("We talked before.");
      assertThat(client.seen("response.output_audio_transcript.done").getFirst().toString())
          .contains("As I said.");
    }
  }

  private void awaitNoneOpen() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (grok.open() > 0 && System.nanoTime() < end) Thread.onSpinWait();
    assertThat(grok.open()).isZero();
  }

  @Test
  void wrong_key_is_refused_at_the_upgrade_and_a_browsers_protocol_is_as_good_as_a_header()
      throws Exception {
    try (var strict = FakeGrok.start(fast(() -> mind).withKey("right"))) {
      try (var client = GrokClient.of(strict.realtime())) {
        assertThat(client.until("closed").path("reason").asText()).contains("401");
      }
      var offer = Map.of("Sec-WebSocket-Protocol", "realtime, xai-client-secret.right");
      try (var client = GrokClient.of(strict.realtime(), offer)) {
        assertThat(client.next().path("type").asText()).isIn("session.created", "closed");
      }
      assertThat(strict.sessions()).hasSize(1);
    }
  }

  @Test
  void more_sessions_than_allowed_are_refused() throws Exception {
    try (var small = FakeGrok.start(fast(() -> mind).withSessions(1));
        var first = GrokClient.ready(small);
        var second = GrokClient.of(small.realtime())) {
      assertThat(second.until("closed").path("reason").asText()).contains("429");
      first.send("{\"type\":\"response.create\"}");
      first.until("response.done");
    }
  }

  @Test
  void what_came_is_kept_for_tests() throws Exception {
    try (var client = GrokClient.ready(grok)) {
      client.send("{\"type\":\"something.new\",\"event_id\":\"x\"}");
      client.send("no json");
      client.until("error");
      client.until("error");
      client.speak("Hello");

      var session = grok.latest().orElseThrow();
      assertThat(session.awaitReceived("input_audio_buffer.append", 2, PATIENCE)).isTrue();
      assertThat(session.received("session.update")).hasSize(1);
      assertThat(session.receivedTypes()).containsExactly("session.update", "something.new");
      assertThat(session.sentTypes()).startsWith("session.created", "conversation.created");
    }
  }

  private static String output(String call) {
    return """
    {"type":"conversation.item.create","item":{"type":"function_call_output","call_id":"%s",
     "output":"{\\"found\\":true}"}}
    """
        .formatted(call);
  }

  private static String message(String role, String text) {
    return """
    {"type":"conversation.item.create","item":{"type":"message","role":"%s",
     "content":[{"type":"input_text","text":"%s"}]}}
    """
        .formatted(role, text);
  }
}
