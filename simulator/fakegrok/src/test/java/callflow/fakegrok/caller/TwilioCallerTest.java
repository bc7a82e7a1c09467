package callflow.fakegrok.caller;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.fakegrok.AudibleText;
import callflow.fakegrok.Ear;
import callflow.fakegrok.caller.Answerer.Asked;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TwilioCallerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String CONNECT =
      """
      <Connect action="/next"><Stream url="MEDIA" statusCallback="/stream">
      <Parameter name="ticket" value="42"/></Stream></Connect>
      """;

  private final Answerer answerer;

  TwilioCallerTest() throws Exception {
    answerer = new Answerer().answers("/voice", CONNECT).answers("/next", "<Hangup/>");
    answerer.answers("/stream", "");
  }

  @AfterEach
  void close() throws Exception {
    answerer.close();
  }

  @Test
  void call_begins_with_a_signed_webhook_and_a_signed_media_socket() throws Exception {
    try (var caller = TwilioCaller.call(answerer.settings().withNumbers("+491", "+492"))) {
      var connected = answerer.until("connected");
      var start = answerer.until("start");

      assertThat(answerer.asked()).allMatch(Asked::signed);
      assertThat(answerer.form("/voice"))
          .containsEntry("CallSid", caller.callSid())
          .containsEntry("From", "+491")
          .containsEntry("To", "+492")
          .containsEntry("CallStatus", "ringing")
          .containsEntry("Direction", "inbound")
          .containsEntry("ApiVersion", "2010-04-01")
          .containsKey("AccountSid");
      assertThat(answerer.upgradeSignature())
          .isEqualTo(Signature.of(URI.create(answerer.socket()), Map.of(), Answerer.TOKEN));
      assertThat(connected.path("protocol").asText()).isEqualTo("Call");
      assertThat(start.path("sequenceNumber").isTextual()).isTrue();
      assertThat(start.path("start").path("callSid").asText()).isEqualTo(caller.callSid());
      assertThat(start.path("start").path("customParameters").path("ticket").asText())
          .isEqualTo("42");
      assertThat(start.path("start").path("mediaFormat").path("sampleRate").isNumber()).isTrue();
    }
  }

  @Test
  void speech_and_keys_go_out_in_their_order_in_frames_of_20_ms() throws Exception {
    try (var caller = TwilioCaller.call(answerer.settings())) {
      caller.speak("Good morning.", 3);
      caller.press("1#");
      answerer.until("dtmf");
      var hash = answerer.until("dtmf");

      assertThat(hash.path("dtmf").path("digit").asText()).isEqualTo("#");
      var ear = new Ear();
      int chunk = 1;
      for (JsonNode frame : answerer.seen()) {
        if (!frame.path("event").asText().equals("media")) continue;
        byte[] sound = Base64.getDecoder().decode(frame.path("media").path("payload").asText());
        assertThat(sound).hasSize(160);
        assertThat(frame.path("media").path("chunk").asText()).isEqualTo("" + chunk++);
        ear.hear(sound);
      }
      assertThat(ear.utterances()).containsExactly(new Ear.Utterance("Good morning.", true, true));
    }
  }

  @Test
  void silence_is_sent_unless_the_line_suppresses_it() throws Exception {
    try (var caller = TwilioCaller.call(answerer.settings())) {
      answerer.until("media");
      var silence = answerer.until("media").path("media").path("payload").asText();
      assertThat(silence).hasSize(216).startsWith("////");
      assertThat(caller.events()).isNotEmpty();
    }
    try (var caller = TwilioCaller.call(answerer.settings().withoutSilence())) {
      answerer.until("start");
      answerer.seen().clear();
      caller.speak("Hi", 3);
      caller.press("1");
      answerer.until("dtmf");
      assertThat(answerer.seen())
          .filteredOn(f -> f.path("event").asText().equals("media"))
          .hasSize(1);
    }
  }

  @Test
  void what_was_played_is_heard_and_its_mark_comes_back_after_it() throws Exception {
    try (var caller = TwilioCaller.call(answerer.settings())) {
      answerer.until("start");
      byte[] sound = AudibleText.encode("How can I help?", 3);
      answerer.plays(Arrays.copyOf(sound, 77));
      answerer.plays(Arrays.copyOfRange(sound, 77, sound.length));
      answerer.marks("one");

      assertThat(answerer.until("mark").path("mark").path("name").asText()).isEqualTo("one");
      assertThat(caller.heard()).containsExactly(new Ear.Utterance("How can I help?", true, true));
      assertThat(caller.awaitHeard("help", PATIENCE)).isTrue();
      assertThat(caller.awaitHeard("help", Duration.ZERO)).isFalse();
      assertThat(caller.damages()).isZero();
      assertThat(caller.marks()).containsExactly("one");
    }
  }

  @Test
  void clear_drops_what_is_queued_and_gives_all_marks_back() throws Exception {
    try (var caller = TwilioCaller.call(answerer.settings())) {
      answerer.until("start");
      answerer.plays(AudibleText.encode("A very long story that nobody wants to hear", 200));
      answerer.marks("a");
      answerer.marks("b");
      assertThat(caller.awaitHeard("A v", PATIENCE)).isTrue();
      answerer.clears();
      answerer.until("mark");
      answerer.until("mark");
      answerer.plays("Yes?");
      assertThat(caller.awaitHeard("Yes?", PATIENCE)).isTrue();

      assertThat(caller.clears()).isEqualTo(1);
      assertThat(caller.marks()).containsExactly("a", "b");
      assertThat(caller.heard().getFirst().ended()).isFalse();
      assertThat(caller.heardText()).doesNotContain("nobody wants");
    }
  }

  @Test
  void closed_socket_leads_to_the_action_and_to_what_it_answers() throws Exception {
    answerer.answers("/next", "<Say>Goodbye.</Say><Hangup/>");
    try (var caller = TwilioCaller.call(answerer.settings())) {
      String stream = answerer.until("start").path("streamSid").asText();
      answerer.closesTheSocket();
      assertThat(caller.awaitEnded(PATIENCE)).isTrue();

      assertThat(caller.end()).contains("hung up");
      assertThat(caller.heardText()).isEqualTo("Goodbye.");
      assertThat(answerer.form("/next"))
          .containsEntry("CallStatus", "in-progress")
          .containsEntry("StreamSid", stream);
      assertThat(answerer.asked())
          .extracting(Asked::path)
          .containsExactly("/voice", "/stream", "/stream", "/next");
      assertThat(caller.events()).last().isEqualTo(new CallEvent.Ended("hung up"));
    }
  }

  @Test
  void caller_who_hangs_up_says_stop_and_the_action_learns_that_the_call_is_completed()
      throws Exception {
    var settings = answerer.settings().withStatus(answerer.at("/status"));
    answerer.answers("/status", "");
    try (var caller = TwilioCaller.call(settings)) {
      answerer.until("start");
      caller.hangUp();
      assertThat(answerer.until("stop").path("stop").path("callSid").asText())
          .isEqualTo(caller.callSid());
      answerer.until("closed");
      assertThat(caller.awaitEnded(PATIENCE)).isTrue();

      assertThat(caller.end()).contains("hung up by the caller");
      assertThat(answerer.form("/next")).containsEntry("CallStatus", "completed");
      assertThat(answerer.form("/status"))
          .containsEntry("CallStatus", "completed")
          .containsKey("CallDuration");
    }
  }

  @Test
  void transfer_that_fails_brings_the_caller_back_to_a_new_stream() throws Exception {
    answerer.answers("/next", "<Dial timeout='5' action='/dialled'><Number>+493</Number></Dial>");
    answerer.answers("/dialled", "<Connect><Stream url='MEDIA'/></Connect>");
    try (var caller = TwilioCaller.call(answerer.settings())) {
      caller.transfersEnd(Dialled.BUSY);
      String first = answerer.until("start").path("streamSid").asText();
      answerer.closesTheSocket();
      String second = answerer.until("start").path("streamSid").asText();
      answerer.plays("They are busy.");

      assertThat(caller.awaitHeard("They are busy.", PATIENCE)).isTrue();
      assertThat(second).isNotEqualTo(first);
      assertThat(answerer.form("/dialled")).containsEntry("DialCallStatus", "busy");
      assertThat(caller.events()).contains(new CallEvent.Transferred("+493", Dialled.BUSY));
    }
  }

  @Test
  void transfer_that_is_answered_is_told_at_once_and_ends_after_the_talk() throws Exception {
    answerer.answers(
        "/voice", "<Dial action='/dialled'><Sip statusCallback='/up'>sip:a@b.example</Sip></Dial>");
    answerer.answers("/dialled", "").answers("/up", "");
    try (var caller = TwilioCaller.call(answerer.settings())) {
      assertThat(caller.awaitEnded(PATIENCE)).isTrue();

      assertThat(answerer.asked())
          .extracting(Asked::path)
          .containsExactly("/voice", "/up", "/dialled");
      assertThat(answerer.form("/up"))
          .containsEntry("ParentCallSid", caller.callSid())
          .containsEntry("CallStatus", "in-progress");
      assertThat(answerer.form("/dialled"))
          .containsEntry("DialCallStatus", "completed")
          .containsEntry("DialSipResponseCode", "200");
      assertThat(caller.end()).contains("hung up: the orders are at their end");
    }
  }

  @Test
  void rejected_calls_and_broken_answers_end_the_call_with_a_reason() throws Exception {
    assertThat(endAfter("<Reject reason='busy'/>")).isEqualTo("rejected: busy");
    assertThat(endAfter("<Sing/>")).isEqualTo("failed: unknown verb `Sing`");
    assertThat(endAfter("<Redirect>/nowhere</Redirect>")).contains("answered 404");
    assertThat(endAfter("<Redirect>/voice</Redirect>")).contains("more than 100 answers");
    assertThat(endAfter("<Say>Bye.</Say>")).isEqualTo("hung up: the orders are at their end");
    assertThat(endAfter("<Connect><Stream url='ws://127.0.0.1:9/none'/></Connect><Reject/>"))
        .isEqualTo("rejected: rejected");
  }

  private String endAfter(String verbs) throws InterruptedException {
    answerer.answers("/voice", verbs);
    try (var caller = TwilioCaller.call(answerer.settings())) {
      assertThat(caller.awaitEnded(PATIENCE)).isTrue();
      return caller.end().orElseThrow();
    }
  }

  @Test
  void frames_twilio_would_warn_of_are_told() throws Exception {
    try (var caller = TwilioCaller.call(answerer.settings())) {
      answerer.until("start");
      answerer.sendRaw("{");
      answerer.sendRaw("{\"event\":\"clear\",\"streamSid\":\"another\"}");
      answerer.plays("Still here.");
      assertThat(caller.awaitHeard("Still here.", PATIENCE)).isTrue();

      assertThat(caller.warnings()).hasSize(2).allMatch(warning -> warning.startsWith("31951"));
      assertThat(caller.clears()).isZero();
    }
  }
}
