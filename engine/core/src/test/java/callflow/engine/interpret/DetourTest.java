package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Command.ConfigureVoice;
import callflow.engine.call.Command.LetModelSpeak;
import callflow.engine.call.TimerId;
import org.junit.jupiter.api.Test;

class DetourTest {
  private static final String DESK =
      """
      start: number
      variables:
        number: { type: digits, length: 4 }
        amount: { type: money, currency: EUR }
      tools:
        pay:
          use: shop.pay
          with: { amount: "${amount}" }
          confirm: "Shall I pay?"
      defaults:
        silence:
          - { after: 7s, say: "Still there?" }
          - { after: 7s, goto: bye }
        on:
          attempts_exhausted: bye
          tool.failed: bye
          tool.unknown: bye
          tool.declined: bye
      anywhere:
        - { caller: asks for the hours, dtmf: "9", goto: hours, then: resume }
        - { caller: asks for a chat, goto: chat, then: resume }
      states:
        number:
          say: Welcome.
          collect:
            number: { ask: "Which number?", attempts: 2 }
          next: menu
        menu:
          say: The menu.
          choices:
            pay: { caller: wants to pay, goto: pay }
            times: { caller: wants the hours, goto: hours, then: resume }
        pay:
          collect:
            amount: {}
          run: pay
          next: bye
        hours:
          say: We are open from eight to six.
          next: resume
        chat:
          prompt: Chat.
          choices:
            enough: { caller: has enough, goto: resume }
            menu: { caller: wants the menu, goto: menu }
        bye:
          say: Goodbye.
          hangup: done
      """;

  private static TestCall inMenu() {
    return TestCall.answered(DESK).callerSays("1234").modelFills("number", "1234").turnEnds();
  }

  @Test
  void a_detour_comes_back_and_asks_again_without_saying_again() {
    var call = TestCall.answered(DESK).callerSays("when are you open").modelChooses("hours");

    assertThat(call.in()).isEqualTo("number");
    assertThat(call.said()).containsExactly("We are open from eight to six.", "Which number?");
  }

  @Test
  void attempts_the_ladder_and_visits_are_as_they_were() {
    var call = TestCall.answered(DESK).callerSays("blue").turnEnds();
    call.playbackEnds().fires(TimerId.SILENCE);
    assertThat(call.said()).containsExactly("Still there?");
    call.presses("9");
    assertThat(call.in()).isEqualTo("number");
    assertThat(call.state.visits().values()).containsExactly(1, 1);

    call.callerSays("green").turnEnds();

    assertThat(call.said()).containsExactly("Goodbye.");
  }

  @Test
  void the_model_takes_up_a_conversation_that_has_no_question_of_its_own() {
    var call = inMenu().callerSays("hours").modelChooses("times").turnEnds();

    assertThat(call.in()).isEqualTo("menu");
    assertThat(call.said()).containsExactly("We are open from eight to six.");
    assertThat(call.of(LetModelSpeak.class)).hasSize(1);
  }

  @Test
  void a_question_for_a_yes_is_put_again_and_nothing_is_done_without_it() {
    var call = inMenu().callerSays("pay").modelChooses("pay").turnEnds();
    call.callerSays("50").modelFills("amount", "50").turnEnds();
    assertThat(call.said()).containsExactly("Shall I pay?");

    call.callerSays("when are you open").modelChooses("hours");
    assertThat(call.said()).containsExactly("We are open from eight to six.", "Shall I pay?");
    assertThat(call.invoked()).isEmpty();

    assertThat(call.callerSays("yes").invoked()).containsExactly("pay");
  }

  @Test
  void a_detour_in_which_the_caller_speaks_may_lead_aside_once_more() {
    var call = TestCall.answered(DESK).callerSays("chat").modelChooses("chat");
    assertThat(call.in()).isEqualTo("chat");

    call.callerSays("hours").modelChooses("hours");
    assertThat(call.in()).isEqualTo("chat");
    call.callerSays("enough").modelChooses("enough").turnEnds();

    assertThat(call.in()).isEqualTo("number");
    assertThat(call.said()).containsExactly("Which number?");
    assertThat(call.state.detours()).isEmpty();
  }

  @Test
  void a_detour_is_not_offered_in_its_own_state() {
    var call = TestCall.answered(DESK).callerSays("chat").modelChooses("chat");

    assertThat(call.of(ConfigureVoice.class).getLast().setup().moves())
        .extracting(offer -> offer.name().value())
        .doesNotContain("chat_2");
    assertThat(call.callerSays("chat").modelChooses("chat").refusals())
        .containsExactly("not_offered");
  }

  @Test
  void who_goes_on_by_the_usual_ways_does_not_come_back() {
    var call = TestCall.answered(DESK).callerSays("chat").modelChooses("chat");

    call.callerSays("the menu").modelChooses("menu").turnEnds();

    assertThat(call.in()).isEqualTo("menu");
    assertThat(call.state.detours()).isEmpty();
  }
}
