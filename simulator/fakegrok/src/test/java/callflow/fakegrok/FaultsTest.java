package callflow.fakegrok;

import static callflow.fakegrok.FakeGrok.Settings.fast;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final String REPLY = "{\"type\":\"response.create\"}";

  private final ScriptedMind mind = new ScriptedMind();
  private final FakeGrok grok =
      FakeGrok.start(fast(() -> mind).withLateness(Duration.ofMillis(50)));

  @AfterEach
  void close() {
    grok.close();
  }

  @Test
  void connection_is_refused_once() throws Exception {
    grok.faults().next(Fault.REFUSED_CONNECTION);

    try (var client = GrokClient.of(grok.realtime())) {
      assertThat(client.until("closed").path("reason").asText()).contains("503");
    }
    try (var client = GrokClient.ready(grok)) {
      assertThat(client.seen("session.updated")).hasSize(1);
    }
  }

  @Test
  void socket_is_cut_at_once_or_in_the_middle_of_a_reply() throws Exception {
    grok.faults().next(Fault.DROPPED_AT_ONCE);
    try (var client = GrokClient.of(grok.realtime())) {
      assertThat(client.until("closed").path("code").asInt()).isEqualTo(1006);
    }

    mind.says("A long story. ".repeat(40));
    grok.faults().next(Fault.DROPPED_IN_REPLY);
    try (var client = GrokClient.ready(grok)) {
      client.send(REPLY);
      assertThat(client.until("closed").path("code").asInt()).isEqualTo(1006);
      assertThat(client.types()).contains("response.created").doesNotContain("response.done");
    }
  }

  @Test
  void set_up_is_acknowledged_late_or_never_or_refused() throws Exception {
    try (var client = GrokClient.ready(grok)) {
      grok.faults().next(Fault.MISSING_ACKNOWLEDGEMENT, Fault.LATE_ACKNOWLEDGEMENT);
      client.forget();
      client.send(update("Not acknowledged."));
      client.send(update("Late."));
      client.send(REPLY);
      client.until("response.done");
      if (client.seen("session.updated").isEmpty()) client.until("session.updated");
      assertThat(client.seen("session.updated")).hasSize(1);
      assertThat(client.seen("session.updated").getFirst().toString()).contains("Late.");

      grok.faults().next(Fault.REFUSED_UPDATE);
      client.send(update("Refused."));
      client.until("error");
      assertThat(grok.latest().orElseThrow().instructions()).isEqualTo("Late.");
    }
  }

  @Test
  void stalled_reply_says_nothing_until_it_is_cancelled() throws Exception {
    grok.faults().next(Fault.STALLED_REPLY);
    try (var client = GrokClient.ready(grok)) {
      client.send(REPLY);
      client.until("response.created");
      client.send(REPLY);
      assertThat(client.until("error").path("error").path("code").asText())
          .isEqualTo("conversation_already_has_active_response");
      client.send("{\"type\":\"response.cancel\"}");
      client.until("response.done");
      assertThat(client.seen("response.output_audio.delta")).isEmpty();
    }
  }

  @Test
  void vanishing_reply_is_spoken_but_never_done_and_blocks_no_other() throws Exception {
    mind.says("First.").says("Second.");
    grok.faults().next(Fault.VANISHING_REPLY);
    try (var client = GrokClient.ready(grok)) {
      client.send(REPLY);
      client.until("response.output_item.done");
      client.send(REPLY);
      client.until("response.done");

      assertThat(client.ear().text()).isEqualTo("First. Second.");
      assertThat(client.seen("response.created")).hasSize(2);
      assertThat(client.seen("response.done")).hasSize(1);
    }
  }

  @Test
  void frames_are_doubled_or_change_places() throws Exception {
    String story = "Once upon a time there was a sentence. ".repeat(12);
    mind.says("Hello.").says(story);
    grok.faults().next(Fault.DUPLICATE_FRAMES, Fault.REORDERED_FRAMES);
    try (var client = GrokClient.ready(grok)) {
      client.send(REPLY);
      client.until("response.done");
      client.until("response.done");
      client.send(REPLY);
      client.until("response.done");

      assertThat(client.seen("response.created")).hasSize(3);
      var starts =
          client.seen("response.output_audio_transcript.delta").stream()
              .map(frame -> frame.path("start_time").asDouble())
              .toList();
      assertThat(starts).hasSizeGreaterThan(4);
      assertThat(client.ear().damages()).isGreaterThan(2);
    }
  }

  @Test
  void final_words_come_twice_or_late_or_the_turn_is_committed_twice() throws Exception {
    try (var client = GrokClient.ready(grok)) {
      grok.faults().next(Fault.REPEATED_TRANSCRIPT);
      client.speak("Once.");
      client.until("response.done");
      assertThat(completed(client)).isEqualTo(2);

      client.forget();
      grok.faults().next(Fault.COMMITTED_TWICE);
      client.speak("Twice.");
      client.until("response.done");
      assertThat(client.seen("input_audio_buffer.committed")).hasSize(2);

      client.forget();
      grok.faults().next(Fault.LATE_TRANSCRIPT);
      client.speak("Late.");
      client.until("response.created");
      assertThat(completed(client)).isZero();
      while (completed(client) == 0) client.next();
    }
  }

  @Test
  void garbage_and_a_huge_frame_come_before_a_whole_reply() throws Exception {
    mind.says("All is well.");
    grok.faults().next(Fault.GARBAGE_FRAMES, Fault.HUGE_FRAME);
    try (var client = GrokClient.ready(grok)) {
      client.send(REPLY);
      client.until("response.done");

      assertThat(client.types()).contains("response.never_heard_of", "unreadable", "response.huge");
      assertThat(client.ear().text()).isEqualTo("All is well.");
    }
  }

  @Test
  void mute_service_keeps_the_socket_open() throws Exception {
    mind.says("A long story. ".repeat(40));
    grok.faults().next(Fault.MUTE_IN_REPLY);
    try (var client = GrokClient.ready(grok)) {
      client.send(REPLY);
      client.until("response.output_audio.delta");
      client.send("{\"type\":\"response.cancel\"}");
      var session = grok.latest().orElseThrow();
      assertThat(session.awaitReceived("response.cancel", 1, Duration.ofSeconds(20))).isTrue();

      assertThat(session.closeCode()).isEmpty();
      assertThat(client.seen("response.done")).isEmpty();
    }
  }

  @Test
  void truncation_is_answered_or_ignored() throws Exception {
    mind.says("Hello.");
    try (var client = GrokClient.ready(grok)) {
      client.send(REPLY);
      String item = client.until("response.content_part.added").path("item_id").asText();
      client.until("response.done");
      String truncate =
          """
          {"type":"conversation.item.truncate","item_id":"%s","content_index":0,"audio_end_ms":20}
          """
              .formatted(item);
      grok.faults().next(Fault.IGNORED_TRUNCATION);
      client.send(truncate);
      client.send(truncate);
      client.send("{\"type\":\"input_audio_buffer.clear\"}");
      client.until("input_audio_buffer.cleared");

      assertThat(client.seen("conversation.item.truncated")).hasSize(1);
    }
  }

  private static long completed(GrokClient client) {
    return client.seen("conversation.item.input_audio_transcription.completed").stream()
        .filter(frame -> frame.path("status").asText().equals("completed"))
        .count();
  }

  private static String update(String instructions) {
    return "{\"type\":\"session.update\",\"session\":{\"instructions\":\"%s\"}}"
        .formatted(instructions);
  }
}
