package callflow.runtime.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import callflow.engine.call.CallInfo;
import callflow.runtime.telephony.Switchboard.Admission;
import callflow.value.AudioFormat;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TwilioCallTest {
  @AutoClose private final Twilio twilio = new Twilio();

  private static ByteBuffer base64(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void a_welcome_call_is_answered_with_a_stream_a_ticket_and_the_address_of_the_next_step() {
    var answer = twilio.post("/twilio/voice", Twilio.call(Twilio.CALL, "ringing"));

    var step = Twilio.action(answer.body()).substring("/twilio/continue/".length());
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml; charset=utf-8");
    assertThat(answer.body())
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?><Response>\
            <Connect action="https://calls.example.com/twilio/continue/%s">\
            <Stream url="wss://calls.example.com/twilio/media" \
            statusCallback="https://calls.example.com/twilio/status">\
            <Parameter name="ticket" value="%s"/></Stream></Connect></Response>\
            """
                .formatted(step, Twilio.ticket(answer.body())));
    assertThat(step).matches("[0-9a-f]{32}").isNotEqualTo(Twilio.ticket(answer.body()));
    assertThat(twilio.switchboard.asked)
        .containsExactly(new CallInfo("+4930123456", "+15005550006"));
  }

  @Test
  void the_headers_of_a_sip_call_are_passed_on_by_the_names_flows_use() {
    var ringing = Twilio.call(Twilio.CALL, "ringing");
    twilio.post("/twilio/voice", Twilio.with(ringing, "SipHeader_X-Customer-Id", "C7"));

    assertThat(twilio.switchboard.asked)
        .singleElement()
        .satisfies(info -> assertThat(info.headers()).containsOnly(entry("x_customer_id", "C7")));
  }

  @Test
  void a_withheld_number_is_empty() {
    for (var from : List.of("anonymous", "", "+266696687", "Restricted Caller")) {
      var sid = "CA" + "%032x".formatted(from.hashCode() & 0xFFFF);
      twilio.post("/twilio/voice", Twilio.with(Twilio.call(sid, "ringing"), "From", from));
    }

    assertThat(twilio.switchboard.asked)
        .hasSize(4)
        .allMatch(info -> info.equals(new CallInfo("", "+15005550006")));
  }

  @Test
  void the_same_webhook_again_gets_the_same_answer_and_makes_no_second_call() {
    var first = twilio.rings();
    var second = twilio.rings();

    assertThat(second).isEqualTo(first);
    assertThat(twilio.switchboard.asked).hasSize(1);
    assertThat(twilio.carrier.calls()).isEqualTo(1);
  }

  @Test
  void when_all_places_are_taken_the_caller_hears_the_sentence() {
    twilio.switchboard.answers(new Admission.Full("All lines < \"busy\" & 'long'\u0007."));

    assertThat(twilio.rings())
        .endsWith(
            "<Response><Say language=\"en-US\">All lines &lt; &quot;busy&quot; &amp;"
                + " &apos;long&apos; .</Say><Hangup/></Response>");
    assertThat(twilio.carrier.calls()).isZero();
  }

  @Test
  void a_number_without_a_line_is_rejected_and_counted() {
    twilio.switchboard.answers(new Admission.UnknownNumber());

    assertThat(twilio.rings()).endsWith("<Response><Reject reason=\"rejected\"/></Response>");
    assertThat(twilio.counted(Counted.UNKNOWN_NUMBER)).isEqualTo(1);
  }

  @Test
  void beyond_the_calls_it_can_hold_the_carrier_is_busy_without_asking() {
    var settings =
        new TwilioSettings(
            URI.create(Twilio.PUBLIC),
            List.of(new AuthToken(Twilio.TOKEN)),
            "/twilio",
            "en-US",
            1,
            10,
            TwilioTimings.DEFAULT);
    try (var small = new Twilio(settings)) {
      small.rings();

      assertThat(small.rings(Twilio.OTHER_CALL)).contains("<Reject reason=\"busy\"/>");
      assertThat(small.switchboard.asked).hasSize(1);
    }
  }

  @Test
  void sound_keys_and_marks_of_the_caller_reach_the_listener_in_order() throws Exception {
    var stream = twilio.talks();

    stream.sound("/+8A");
    stream.digit("5");
    stream.digit("#");
    stream.mark("r1-2");
    stream.sound("abc=");

    for (var told : List.of("audio /+8A", "digit 5", "digit #", "mark r1-2", "audio abc=")) {
      assertThat(twilio.switchboard.next()).isEqualTo(told);
    }
  }

  @Test
  void what_is_played_marked_and_cleared_is_told_to_twilio_in_its_own_words() throws Exception {
    var stream = twilio.talks();
    var leg = twilio.switchboard.leg();
    var sound = base64("....AAAA/+8=....").position(4).limit(12);

    leg.play(sound);
    leg.mark("item \"1\"\\\n");
    leg.clearPlayback();

    var sid = MediaStream.SID;
    assertThat(stream.next())
        .isEqualTo(
            "{\"event\":\"media\",\"streamSid\":\"%s\",\"media\":{\"payload\":\"AAAA/+8=\"}}"
                .formatted(sid));
    assertThat(stream.next())
        .isEqualTo(
            "{\"event\":\"mark\",\"streamSid\":\"%s\",\"mark\":{\"name\":\"item \\\"1\\\"\\\\\\u000a\"}}"
                .formatted(sid));
    assertThat(stream.next())
        .isEqualTo("{\"event\":\"clear\",\"streamSid\":\"%s\"}".formatted(sid));
    assertThat(sound.position()).isEqualTo(4);
    assertThat(leg.audio()).isEqualTo(AudioFormat.MU_LAW);
    assertThat(leg.info()).isEqualTo(new CallInfo("+4930123456", "+15005550006"));
  }

  @Test
  void hanging_up_closes_the_media_and_the_next_answer_speaks_what_was_left_unsaid()
      throws Exception {
    var twiml = twilio.rings();
    var stream = twilio.talks();

    twilio.switchboard.leg().hangUp(List.of("Good-bye.", " ", "See <you>!"));

    assertThat(stream.next()).isEqualTo("closed 1000");
    assertThat(twilio.asks(twiml, "in-progress").body())
        .endsWith(
            "<Response><Say language=\"en-US\">Good-bye.</Say>"
                + "<Say language=\"en-US\">See &lt;you&gt;!</Say><Hangup/></Response>");
    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");
    assertThat(twilio.carrier.calls()).isZero();
  }

  @Test
  void a_hang_up_nobody_asks_about_is_over_after_ten_seconds() throws Exception {
    twilio.talks();

    twilio.switchboard.leg().hangUp(List.of());
    twilio.pulse.seconds(10);
    assertThat(twilio.switchboard.untold()).isEmpty();
    twilio.pulse.pass(Duration.ofMillis(1));

    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");
    assertThat(twilio.counted(Counted.STEP_NEVER_ASKED)).isEqualTo(1);
  }

  @Test
  void a_question_that_comes_after_all_is_answered_with_hanging_up() throws Exception {
    var twiml = twilio.rings();
    twilio.talks();
    twilio.switchboard.leg().hangUp(List.of());
    twilio.pulse.seconds(11);

    assertThat(twilio.asks(twiml, "in-progress").body()).contains("<Response><Hangup/></Response>");
  }

  @Test
  void lost_media_comes_back_by_the_next_step() throws Exception {
    var twiml = twilio.rings();
    var stream = twilio.talks();

    stream.getSocket().close();

    assertThat(twilio.switchboard.next()).isEqualTo("mediaLost");
    var back = twilio.asks(twiml, "in-progress").body();
    assertThat(Twilio.ticket(back)).isNotEqualTo(Twilio.ticket(twiml));
    twilio.comesBack(back).sound("AAAA");
    assertThat(twilio.switchboard.next()).isEqualTo("audio AAAA");
  }

  @Test
  void a_question_that_overtakes_the_loss_of_the_media_tells_of_it() throws Exception {
    var twiml = twilio.rings();
    var stream = twilio.talks();

    var back = twilio.asks(twiml, "in-progress").body();

    assertThat(twilio.switchboard.next()).isEqualTo("mediaLost");
    assertThat(stream.next()).isEqualTo("closed 1000");
    twilio.comesBack(back);
  }

  @Test
  void media_that_stays_away_for_half_a_minute_means_that_the_caller_is_gone() throws Exception {
    var stream = twilio.talks();

    stream.stop();
    assertThat(twilio.switchboard.next()).isEqualTo("mediaLost");
    twilio.pulse.seconds(30);
    assertThat(twilio.switchboard.untold()).isEmpty();
    twilio.pulse.seconds(1);

    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");
    assertThat(twilio.carrier.calls()).isZero();
  }

  @Test
  void a_socket_on_which_nothing_comes_for_five_seconds_counts_as_lost() throws Exception {
    var stream = twilio.talks();

    twilio.pulse.seconds(4);
    stream.sound("AAAA");
    assertThat(twilio.switchboard.next()).isEqualTo("audio AAAA");
    twilio.pulse.seconds(4);
    assertThat(twilio.switchboard.untold()).isEmpty();
    twilio.pulse.seconds(2);

    assertThat(twilio.switchboard.next()).isEqualTo("mediaLost");
    assertThat(stream.next()).isEqualTo("closed 1000");
    assertThat(twilio.counted(Counted.MEDIA_SILENT)).isEqualTo(1);
  }

  @Test
  void a_caller_who_hangs_up_is_gone_whichever_way_twilio_tells() throws Exception {
    var twiml = twilio.rings();
    twilio.talks();
    assertThat(twilio.asks(twiml, "completed").body()).contains("<Hangup/>");
    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");

    twilio.talks(Twilio.OTHER_CALL);
    var over = Twilio.with(Twilio.call(Twilio.OTHER_CALL, "completed"), "SequenceNumber", "3");
    assertThat(twilio.post("/twilio/status", over).statusCode()).isEqualTo(204);
    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");
    assertThat(twilio.carrier.calls()).isZero();
  }

  @Test
  void status_callbacks_may_come_twice_late_and_out_of_order() throws Exception {
    twilio.talks();
    var late = Twilio.with(Twilio.call(Twilio.CALL, "in-progress"), "SequenceNumber", "1");
    var over = Twilio.with(Twilio.call(Twilio.CALL, "completed"), "SequenceNumber", "2");

    for (var callback : List.of(late, over, late, over, late)) {
      assertThat(twilio.post("/twilio/status", callback).statusCode()).isEqualTo(204);
    }

    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");
    assertThat(twilio.switchboard.untold()).isEmpty();
    assertThat(twilio.rings()).contains("<Response><Hangup/></Response>");
    assertThat(twilio.switchboard.asked).hasSize(1);
  }

  @Test
  void the_stream_s_own_callbacks_are_noted() throws Exception {
    twilio.talks();
    var error =
        Twilio.with(
            Twilio.call(Twilio.CALL, ""), "StreamEvent", "stream-error", "StreamError", "31921");

    assertThat(twilio.post("/twilio/status", error).statusCode()).isEqualTo(204);
    assertThat(twilio.counted(Counted.STREAM_ERROR)).isEqualTo(1);
  }

  @Test
  void media_that_never_comes_gives_the_place_back() throws Exception {
    twilio.rings();

    twilio.pulse.seconds(31);

    assertThat(twilio.switchboard.next()).isEqualTo("abandoned");
    assertThat(twilio.carrier.calls()).isZero();
    assertThat(twilio.counted(Counted.MEDIA_NEVER_CAME)).isEqualTo(1);
  }

  @Test
  void a_caller_who_hangs_up_before_the_media_gives_the_place_back() throws Exception {
    twilio.rings();

    twilio.post("/twilio/status", Twilio.call(Twilio.CALL, "completed"));

    assertThat(twilio.switchboard.next()).isEqualTo("abandoned");
  }

  @Test
  void a_stream_that_could_not_be_opened_gets_another_ticket() throws Exception {
    var first = twilio.rings();

    var second = twilio.asks(first, "in-progress").body();
    var stream = twilio.stream();
    stream.start(Twilio.CALL, Twilio.ticket(second));

    assertThat(twilio.switchboard.next()).isEqualTo("connected");
  }

  @Test
  void orders_to_a_leg_that_is_gone_do_nothing() throws Exception {
    twilio.talks();
    var leg = twilio.switchboard.leg();
    twilio.post("/twilio/status", Twilio.call(Twilio.CALL, "completed"));
    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");

    leg.play(base64("AAAA"));
    leg.mark("m");
    leg.clearPlayback();
    leg.hangUp(List.of("nobody hears this"));
    twilio.pulse.seconds(60);

    assertThat(twilio.switchboard.untold()).isEmpty();
  }

  @Test
  void a_listener_that_throws_costs_neither_the_call_nor_others() throws Exception {
    var stream = twilio.talks();

    stream.sound("BUG+");
    stream.sound("AAAA");

    assertThat(twilio.switchboard.next()).isEqualTo("audio AAAA");
    assertThat(twilio.counted(Counted.LISTENER_THREW)).isEqualTo(1);
  }
}
