package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Command.Transfer;
import callflow.engine.call.Event;
import callflow.engine.call.Taken;
import callflow.engine.call.TimerId;
import callflow.engine.call.TransferOutcome;
import callflow.value.Value;
import org.junit.jupiter.api.Test;

class TransferTest {
  private static final String FLOW =
      """
      start: desk
      variables:
        number: { type: text, initial: N1 }
        unset: { type: text }
      schedules:
        office:
          zone: Europe/Berlin
          open: { mon-fri: "08:00-18:00" }
      transfers:
        team:
          to: "+4930123456"
          hours: office
          attach: { number: "${number}", nothing: "${unset}", came_from: "${state.previous}" }
      states:
        desk:
          prompt: Ask.
          choices: { person: { caller: wants a person, dtmf: "0", goto: person } }
        person:
          say: I connect you.
          transfer: team
          on: { closed: closed, busy: desk, no_answer: desk, declined: desk, voicemail: desk, failed: desk }
        closed: { hangup: closed }
      """;

  @Test
  void the_caller_hears_what_comes_before_and_is_handed_over_with_what_is_known() {
    var call = TestCall.answered(FLOW).presses("0");

    assertThat(call.said()).containsExactly("I connect you.");
    var order = call.of(Transfer.class).getFirst();
    assertThat(order.to()).isEqualTo("+4930123456");
    assertThat(order.attach())
        .isEqualTo(
            Value.Fields.of("number", new Value.Text("N1"))
                .with("came_from", new Value.Text("desk")));
  }

  @Test
  void an_answered_transfer_ends_our_part_of_the_call() {
    var call = TestCall.answered(FLOW).presses("0").transferEnds(TransferOutcome.ANSWERED);

    assertThat(call.state.ended()).isTrue();
    assertThat(call.state.phase()).asString().contains("Transferred");
  }

  @Test
  void a_failed_transfer_takes_the_flows_way_for_it() {
    var call = TestCall.answered(FLOW).presses("0").transferEnds(TransferOutcome.BUSY);

    assertThat(call.in()).isEqualTo("desk");
  }

  @Test
  void nobody_is_dialled_outside_the_hours() {
    var sunday = TestCall.of(FLOW).at("2026-03-01T11:00:00Z").started().presses("0");

    assertThat(sunday.of(Transfer.class)).isEmpty();
    assertThat(sunday.state.phase()).hasToString("Ended[reason=HungUp[outcome=closed]]");
  }

  @Test
  void a_transfer_that_never_answers_comes_back() {
    var call = TestCall.answered(FLOW).presses("0").fires(TimerId.RING);

    assertThat(call.in()).isEqualTo("desk");
  }

  @Test
  void an_outcome_of_an_earlier_transfer_means_nothing() {
    var call = TestCall.answered(FLOW).presses("0");
    int old = call.state.visit();
    call.transferEnds(TransferOutcome.BUSY).presses("0");

    call.happens(new Event.TransferEnded(call.now(), old, TransferOutcome.ANSWERED));

    assertThat(call.state.ended()).isFalse();
    assertThat(call.taken(Taken.Ignored.class)).hasSize(1);
  }
}
