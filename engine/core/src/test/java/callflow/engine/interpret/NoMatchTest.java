package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.TimerId;
import org.junit.jupiter.api.Test;

class NoMatchTest {
  private static final String DESK =
      """
      start: menu
      variables:
        number: { type: digits, length: 4 }
      defaults:
        silence:
          - { after: 7s, say: "Still there?" }
          - { after: 7s, goto: agent }
        no_match:
          - Sorry?
          - say: I am connecting you.
            goto: agent
        on: { attempts_exhausted: agent }
      states:
        menu:
          prompt: Ask how you can help.
          choices:
            pay: { caller: wants to pay, goto: number }
            chat: { caller: wants to chat, goto: chat }
        chat:
          no_match: off
          silence: off
          prompt: Chat.
          choices:
            done: { caller: has enough, goto: menu }
        number:
          no_match:
            - It has four digits.
          collect:
            number: { ask: "Which number?", attempts: 4 }
          next: agent
        agent:
          say: Goodbye.
          hangup: done
      """;

  @Test
  void a_turn_that_brings_nothing_takes_the_next_step_and_the_last_one_leads_on() {
    var call = TestCall.answered(DESK);

    call.callerSays("blue").modelSays("Pardon?").turnEnds();
    assertThat(call.said()).containsExactly("Sorry?");
    assertThat(call.in()).isEqualTo("menu");

    call.callerSays("green").modelSays("Pardon?").turnEnds();
    assertThat(call.said()).containsExactly("I am connecting you.", "Goodbye.");
    assertThat(call.state.ended()).isTrue();
  }

  @Test
  void a_turn_of_the_model_alone_and_one_with_a_move_are_no_misses() {
    var call = TestCall.answered(DESK);

    call.modelSays("How can I help?").turnEnds();
    assertThat(call.said()).isEmpty();
    call.callerSays("pay").modelChooses("pay").turnEnds();

    assertThat(call.in()).isEqualTo("number");
    assertThat(call.said()).containsExactly("Which number?");
  }

  @Test
  void a_states_own_ladder_replaces_that_of_the_flow_and_its_last_step_stays() {
    var call = TestCall.answered(DESK).callerSays("pay").modelChooses("pay").turnEnds();

    call.callerSays("blue").turnEnds();
    assertThat(call.said()).containsExactly("It has four digits.", "Which number?");
    call.callerSays("green").turnEnds();

    assertThat(call.said()).containsExactly("It has four digits.", "Which number?");
  }

  @Test
  void an_entry_by_keys_that_does_not_fit_is_a_miss_too() {
    var call =
        TestCall.answered(DESK.replace("attempts: 4", "attempts: 4, dtmf: true"))
            .callerSays("pay")
            .modelChooses("pay")
            .turnEnds();

    call.presses("12#");

    assertThat(call.said()).containsExactly("It has four digits.", "Which number?");
  }

  @Test
  void attempts_that_are_used_up_come_before_the_ladder() {
    var call =
        TestCall.answered(DESK.replace("attempts: 4", "attempts: 1"))
            .callerSays("pay")
            .modelChooses("pay")
            .turnEnds();

    call.callerSays("blue").turnEnds();

    assertThat(call.said()).containsExactly("Goodbye.");
  }

  @Test
  void a_state_may_do_without_either_ladder() {
    var call = TestCall.answered(DESK).callerSays("chat").modelChooses("chat").turnEnds();

    call.callerSays("nice weather").modelSays("Indeed.").turnEnds();
    assertThat(call.said()).isEmpty();
    call.playbackEnds().fires(TimerId.SILENCE);

    assertThat(call.said()).doesNotContain("Still there?");
  }
}
