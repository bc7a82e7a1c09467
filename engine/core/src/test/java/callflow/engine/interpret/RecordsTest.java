package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.EndReason;
import callflow.engine.call.Event;
import callflow.engine.call.Taken;
import callflow.engine.call.TimerId;
import callflow.engine.call.TransferOutcome;
import callflow.value.Value;
import org.junit.jupiter.api.Test;

/// What is kept of a call for those who read about it later.
class RecordsTest {
  private static final String FLOW =
      """
      start: menu
      report:
        number: ${number}
        pin: ${pin}
        ended: ${call.outcome}
      variables:
        number: { type: digits, length: 4 }
        pin: { type: digits, length: 4, sensitive: true }
      transfers:
        team: { to: "+4930123456" }
      defaults:
        silence:
          - after: 7s
            milestone: silent
            say: Are you there?
          - after: 7s
            goto: bye
      states:
        menu:
          milestone: greeted
          outcome: left_early
          prompt: Ask.
          choices:
            again: { caller: wants to hear it again, dtmf: "1", goto: menu }
            person: { caller: wants a person, dtmf: "2", milestone: asked, goto: desk }
            numbers: { caller: has a number, dtmf: "3", goto: numbers }
            done: { caller: has nothing else, dtmf: "4", goto: bye }
        numbers:
          collect:
            number: { ask: "Number?", dtmf: true }
            pin: { ask: "Pin?", dtmf: true }
          next: bye
          on: { attempts_exhausted: bye }
        desk:
          outcome: with_the_team
          transfer: team
          on: { busy: bye, no_answer: bye, declined: bye, voicemail: bye, failed: bye }
        bye:
          say: Goodbye.
          hangup: done
      """;

  @Test
  void a_milestone_is_kept_once_with_the_time_since_the_start() {
    var call = TestCall.answered(FLOW).playbackEnds();
    call.fires(TimerId.SILENCE).presses("1").presses("2");

    assertThat(call.state.milestones().keySet()).containsExactly("greeted", "silent", "asked");
    assertThat(call.state.milestones().get("greeted")).isZero();
    assertThat(call.state.milestones().get("silent")).hasSeconds(10);
    assertThat(call.taken(Taken.Reached.class))
        .containsExactly(new Taken.Reached("asked", call.state.milestones().get("asked")));
  }

  @Test
  void a_caller_who_hangs_up_leaves_the_outcome_of_the_state() {
    var call = TestCall.answered(FLOW).happens(new Event.CallerHungUp(java.time.Instant.EPOCH));

    assertThat(ended(call)).isEqualTo(new EndReason.CallerHungUp("left_early"));
  }

  @Test
  void without_one_it_is_the_usual_word() {
    var call = TestCall.answered(FLOW).presses("3");

    call.happens(new Event.CallerHungUp(java.time.Instant.EPOCH));

    assertThat(ended(call)).isEqualTo(new EndReason.CallerHungUp("caller_hung_up"));
  }

  @Test
  void a_transfer_that_was_answered_has_the_outcome_of_its_state() {
    var call = TestCall.answered(FLOW).presses("2").transferEnds(TransferOutcome.ANSWERED);

    assertThat(ended(call).outcome()).isEqualTo("with_the_team");
    assertThat(report(call).get("ended")).contains(new Value.Text("with_the_team"));
  }

  @Test
  void the_report_masks_what_is_sensitive_and_leaves_out_what_is_not_set() {
    var early = TestCall.answered(FLOW).presses("4");
    var full = TestCall.answered(FLOW).presses("3").presses("1234").presses("5678");

    assertThat(report(early).values().keySet()).containsExactly("ended");
    assertThat(report(full))
        .isEqualTo(
            Value.Fields.of("number", new Value.Text("1234"))
                .with("pin", new Value.Text("***"))
                .with("ended", new Value.Text("done")));
  }

  @Test
  void the_limits_of_the_flow_bound_its_calls() {
    var flow = "limits: { turns: 5, call_time: 90s }\n" + FLOW;
    var call = TestCall.answered(flow);

    assertThat(call.of(callflow.engine.call.Command.StartTimer.class))
        .anyMatch(timer -> timer.id() == TimerId.CALL && timer.after().toSeconds() == 90);
    for (int i = 0; i < 5; i++) call.callerSays("hm").turnEnds();
    assertThat(call.state.ended()).isFalse();
    call.callerSays("hm");
    assertThat(call.taken(Taken.LimitHit.class)).containsExactly(new Taken.LimitHit("max_turns"));
  }

  private static EndReason ended(TestCall call) {
    return call.taken(Taken.Ended.class).getFirst().reason();
  }

  private static Value.Fields report(TestCall call) {
    return call.taken(Taken.Reported.class).getFirst().fields();
  }
}
