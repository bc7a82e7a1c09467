package callflow.runtime.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.program.TransferDef.Mode;
import callflow.runtime.telephony.CallLeg;
import callflow.runtime.telephony.CallLeg.TransferOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class TwilioTransferTest {
  private static final String DESK = "+4989555000";
  private static final String CHILD = "CA11111111111111111111111111111111";

  @AutoClose private final Twilio twilio = new Twilio();

  private static TransferOrder order(String to, Mode mode, String... unsaid) {
    return new TransferOrder(to, mode, Duration.ofSeconds(25), List.of(unsaid), Optional.empty());
  }

  /// A call that is being transferred, up to the answer that makes Twilio dial.
  private String dials(TransferOrder order) throws InterruptedException {
    var twiml = twilio.rings();
    var stream = twilio.talks();
    twilio.switchboard.leg().transfer(order);
    assertThat(stream.next()).isEqualTo("closed 1000");
    return twilio.asks(twiml, "in-progress").body();
  }

  private void childAnswers() {
    var answered = Twilio.with(Twilio.call(CHILD, "in-progress"), "ParentCallSid", Twilio.CALL);
    assertThat(twilio.post("/twilio/status", answered).statusCode()).isEqualTo(204);
  }

  @Test
  void a_number_is_dialled_after_what_was_left_unsaid() throws Exception {
    var dial = dials(order(DESK, Mode.COLD, "One moment."));

    assertThat(dial)
        .endsWith(
            """
            <Response><Say language="en-US">One moment.</Say>\
            <Dial answerOnBridge="true" timeout="25" \
            action="https://calls.example.com%s">\
            <Number statusCallback="https://calls.example.com/twilio/status" \
            statusCallbackEvent="answered">+4989555000</Number></Dial></Response>\
            """
                .formatted(Twilio.action(dial)));
    assertThat(Twilio.action(dial)).matches("/twilio/dialled/[0-9a-f]{32}");
  }

  @Test
  void the_person_who_answers_sees_the_number_the_flow_shows() throws Exception {
    var order =
        new TransferOrder(
            DESK, Mode.COLD, Duration.ofSeconds(25), List.of(), Optional.of("+4930123456"));

    assertThat(dials(order)).contains("timeout=\"25\" callerId=\"+4930123456\" action=");
  }

  @Test
  void a_sip_address_is_dialled_with_its_own_noun() throws Exception {
    var dial = dials(order("sip:desk@pbx.example.com?X-A=1&X-B=2", Mode.COLD));

    assertThat(dial).contains(">sip:desk@pbx.example.com?X-A=1&amp;X-B=2</Sip></Dial>");
  }

  @Test
  void a_far_end_that_answers_is_told_at_once_and_the_end_of_the_talk_ends_the_call()
      throws Exception {
    var dial = dials(order(DESK, Mode.COLD));

    childAnswers();
    assertThat(twilio.switchboard.next()).isEqualTo("transferEnded ANSWERED");
    twilio.pulse.seconds(3_600);
    assertThat(twilio.switchboard.untold()).isEmpty();

    var end = twilio.asks(dial, "in-progress", "DialCallStatus", "completed");
    assertThat(end.body()).contains("<Response><Hangup/></Response>");
    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");
  }

  @ParameterizedTest
  @CsvSource({"completed", "answered"})
  void the_answer_of_the_dial_alone_tells_it_as_well(String status) throws Exception {
    var dial = dials(order(DESK, Mode.COLD));

    var end = twilio.asks(dial, "in-progress", "DialCallStatus", status);

    assertThat(end.body()).contains("<Response><Hangup/></Response>");
    assertThat(twilio.switchboard.next()).isEqualTo("transferEnded ANSWERED");
    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");
  }

  @ParameterizedTest
  @CsvSource({"busy,BUSY", "no-answer,NO_ANSWER", "failed,FAILED", "canceled,FAILED", "odd,FAILED"})
  void a_far_end_that_does_not_answer_gives_the_caller_back_first(String status, String outcome)
      throws Exception {
    var dial = dials(order(DESK, Mode.COLD));

    var back = twilio.asks(dial, "in-progress", "DialCallStatus", status).body();
    assertThat(twilio.switchboard.untold()).isEmpty();
    var stream = twilio.comesBack(back);
    assertThat(twilio.switchboard.next()).isEqualTo("transferEnded " + outcome);
    stream.sound("AAAA");

    assertThat(twilio.switchboard.next()).isEqualTo("audio AAAA");
  }

  @Test
  void a_caller_who_hangs_up_while_it_rings_is_gone() throws Exception {
    var dial = dials(order(DESK, Mode.COLD));

    var end = twilio.asks(dial, "completed", "DialCallStatus", "canceled");

    assertThat(end.body()).contains("<Hangup/>");
    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");
  }

  @Test
  void a_hang_up_while_it_rings_is_done_when_twilio_asks() throws Exception {
    var twiml = twilio.rings();
    twilio.talks();
    var leg = twilio.switchboard.leg();
    leg.transfer(order(DESK, Mode.COLD));
    var dial = twilio.asks(twiml, "in-progress").body();

    leg.hangUp(List.of());

    assertThat(twilio.asks(dial, "in-progress", "DialCallStatus", "busy").body())
        .contains("<Response><Hangup/></Response>");
    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");
  }

  @Test
  void a_hang_up_overrules_a_transfer_that_has_not_begun() throws Exception {
    var twiml = twilio.rings();
    twilio.talks();
    var leg = twilio.switchboard.leg();

    leg.transfer(order(DESK, Mode.COLD));
    leg.hangUp(List.of("Bye."));
    leg.transfer(order(DESK, Mode.COLD));

    assertThat(twilio.asks(twiml, "in-progress").body()).contains("Bye.").contains("<Hangup/>");
  }

  @Test
  void a_transfer_ordered_while_the_media_is_away_is_the_next_step() throws Exception {
    var twiml = twilio.rings();
    var stream = twilio.talks();
    stream.getSocket().close();
    assertThat(twilio.switchboard.next()).isEqualTo("mediaLost");

    twilio.switchboard.leg().transfer(order(DESK, Mode.COLD));

    assertThat(twilio.asks(twiml, "in-progress").body()).contains("<Dial ");
  }

  @Test
  void media_that_comes_back_into_an_order_is_sent_away_again() throws Exception {
    var twiml = twilio.rings();
    var stream = twilio.talks();
    stream.getSocket().close();
    assertThat(twilio.switchboard.next()).isEqualTo("mediaLost");
    var back = twilio.asks(twiml, "in-progress").body();

    twilio.switchboard.leg().transfer(order(DESK, Mode.COLD));
    var second = twilio.stream();
    second.start(Twilio.CALL, Twilio.ticket(back));

    assertThat(second.next()).isEqualTo("closed 1000");
    assertThat(twilio.asks(back, "in-progress").body()).contains("<Dial ");
    assertThat(twilio.switchboard.untold()).isEmpty();
  }

  @Test
  void a_transfer_nobody_asks_about_has_failed_and_the_caller_is_gone() throws Exception {
    twilio.talks();
    twilio.switchboard.leg().transfer(order(DESK, Mode.COLD));

    twilio.pulse.seconds(11);

    assertThat(twilio.switchboard.next()).isEqualTo("transferEnded FAILED");
    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");
  }

  @Test
  void a_dial_nobody_tells_about_has_failed_and_the_caller_is_gone() throws Exception {
    dials(order(DESK, Mode.COLD));

    twilio.pulse.seconds(25 + 30);
    assertThat(twilio.switchboard.untold()).isEmpty();
    twilio.pulse.seconds(1);

    assertThat(twilio.switchboard.next()).isEqualTo("transferEnded FAILED");
    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");
    assertThat(twilio.counted(Counted.DIAL_NEVER_TOLD)).isEqualTo(1);
  }

  @Test
  void media_that_does_not_come_back_from_a_transfer_means_that_the_caller_is_gone()
      throws Exception {
    var dial = dials(order(DESK, Mode.COLD));
    twilio.asks(dial, "in-progress", "DialCallStatus", "busy");

    twilio.pulse.seconds(31);

    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");
  }

  @Test
  void a_far_end_that_answers_after_the_call_is_over_changes_nothing() throws Exception {
    dials(order(DESK, Mode.COLD));
    twilio.post("/twilio/status", Twilio.call(Twilio.CALL, "completed"));
    assertThat(twilio.switchboard.next()).isEqualTo("hungUp");

    var late = Twilio.with(Twilio.call(CHILD, "in-progress"), "ParentCallSid", Twilio.CALL);

    assertThat(twilio.post("/twilio/status", late).statusCode()).isEqualTo(404);
    assertThat(twilio.switchboard.untold()).isEmpty();
  }

  @Test
  void refer_is_asked_of_a_sip_leg_and_its_last_word_counts() throws Exception {
    var voice =
        Twilio.with(Twilio.call(Twilio.CALL, "ringing"), "From", "sip:anna@pbx.example.com");
    var twiml = twilio.post("/twilio/voice", voice).body();
    twilio.stream().start(Twilio.CALL, Twilio.ticket(twiml));
    assertThat(twilio.switchboard.next()).isEqualTo("connected");

    twilio.switchboard.leg().transfer(order("sip:desk@pbx.example.com", Mode.REFER));
    var refer = twilio.asks(twiml, "in-progress").body();
    assertThat(refer)
        .contains("<Refer action=\"https://calls.example.com" + Twilio.action(refer) + "\">")
        .contains("<Sip>sip:desk@pbx.example.com</Sip></Refer>");

    var back =
        twilio.asks(
            refer, "in-progress", "ReferCallStatus", "failed", "NotifySipResponseCode", "603");
    twilio.comesBack(back.body());
    assertThat(twilio.switchboard.next()).isEqualTo("transferEnded DECLINED");
  }

  @Test
  void refer_from_a_telephone_line_is_a_cold_transfer() throws Exception {
    assertThat(dials(order("sip:desk@pbx.example.com", Mode.REFER))).contains("<Dial ");
    assertThat(TwilioCarrier.supports(Mode.REFER)).isTrue();
    assertThat(TwilioCarrier.supports(Mode.COLD)).isTrue();
  }

  @Test
  void a_warm_transfer_fails_at_once_and_the_media_stays() throws Exception {
    var stream = twilio.talks();
    CallLeg leg = twilio.switchboard.leg();

    leg.transfer(order(DESK, Mode.WARM));

    assertThat(twilio.switchboard.next()).isEqualTo("transferEnded FAILED");
    stream.sound("AAAA");
    assertThat(twilio.switchboard.next()).isEqualTo("audio AAAA");
    assertThat(TwilioCarrier.supports(Mode.WARM)).isFalse();
  }
}
