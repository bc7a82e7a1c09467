package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Command.ConfigureVoice;
import callflow.engine.call.Command.LetModelSpeak;
import callflow.engine.call.Command.StartTimer;
import callflow.engine.call.EndReason;
import callflow.engine.call.Event;
import callflow.engine.call.Taken;
import callflow.engine.call.TimerId;
import callflow.value.Value;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final String COLLECT =
      """
      start: hello
      variables:
        number: { type: digits, length: 4, describe: the number }
        day: { type: date, describe: the day }
      states:
        hello:
          say: Welcome.
          next: ask
        ask:
          collect:
            number: { attempts: 2 }
            day: { ask: "Which day?", attempts: 2 }
          next: done
          on: { attempts_exhausted: sorry }
        sorry:
          say: Sorry.
          hangup: sorry
        done:
          say: Thank you for ${number} on ${day}.
          hangup: done
      """;

  @Test
  void states_that_only_speak_are_passed_through_with_one_configuration() {
    var call = TestCall.answered(COLLECT);

    assertThat(call.in()).isEqualTo("ask");
    assertThat(call.said()).containsExactly("Welcome.");
    assertThat(call.of(ConfigureVoice.class)).hasSize(1);
  }

  @Test
  void the_model_opens_where_the_flow_has_no_question_of_its_own() {
    var call = TestCall.answered(COLLECT);

    assertThat(call.of(LetModelSpeak.class)).hasSize(1);
  }

  @Test
  void several_values_may_come_in_one_turn_and_the_state_is_left_when_it_ends() {
    var call = TestCall.answered(COLLECT);

    call.callerSays("1 2 3 4 on the second of March").modelFills("number", "1234");
    call.modelFills("day", "2026-03-02");
    assertThat(call.in()).isEqualTo("ask");

    call.turnEnds();
    assertThat(call.said()).containsExactly("Thank you for 1 2 3 4 on the second of March 2026.");
    assertThat(call.state.phase()).hasToString("Ended[reason=HungUp[outcome=done]]");
  }

  @Test
  void the_flows_own_question_is_asked_word_for_word_when_its_value_is_next() {
    var call = TestCall.answered(COLLECT);

    call.callerSays("1234").modelFills("number", "1234").turnEnds();

    assertThat(call.said()).containsExactly("Which day?");
  }

  @Test
  void a_value_that_does_not_fit_is_refused_in_words() {
    var call = TestCall.answered(COLLECT);

    call.callerSays("123").modelFills("number", "123");

    assertThat(call.refusals()).containsExactly("bad_value");
    assertThat(call.value("number")).isEmpty();
  }

  @Test
  void turns_that_bring_nothing_are_counted_and_take_the_flows_way_in_the_end() {
    var call = TestCall.answered(COLLECT);

    call.callerSays("what?").turnEnds();
    assertThat(call.in()).isEqualTo("ask");

    call.callerSays("no idea").turnEnds();
    assertThat(call.said()).containsExactly("Sorry.");
    assertThat(call.state.ended()).isTrue();
  }

  @Test
  void the_model_may_not_fill_what_no_state_asks_for() {
    var call =
        TestCall.answered(
            """
            start: a
            variables:
              verified: { type: boolean, initial: false }
            states:
              a:
                prompt: Chat.
                choices: { out: { caller: leaves, goto: b } }
              b: { hangup: done }
            """);

    call.modelCalls("record", Value.Fields.of("verified", new Value.Bool(true)));

    assertThat(call.refusals()).containsExactly("bad_value");
    assertThat(call.value("verified")).contains("false");
  }

  @Test
  void of_two_moves_in_one_turn_the_first_is_made_and_the_other_refused() {
    var call = TestCall.answered(MENU);

    call.callerSays("sales, no, help").modelChooses("sales").modelChooses("help");
    assertThat(call.refusals()).containsExactly("one_move");

    call.turnEnds();
    assertThat(call.in()).isEqualTo("sales");
  }

  @Test
  void what_is_possible_anywhere_is_done_at_once() {
    var call = TestCall.answered(MENU);

    call.callerSays("agent").modelChooses("agent");

    assertThat(call.in()).isEqualTo("agent");
  }

  @Test
  void a_key_chooses_at_once() {
    var call = TestCall.answered(MENU);

    call.presses("1");

    assertThat(call.in()).isEqualTo("sales");
  }

  @Test
  void a_tool_that_is_not_offered_is_refused_and_never_invoked() {
    var call = TestCall.answered(MENU);

    call.modelCalls("pay", Value.Fields.of("amount", Value.Decimal.of(1)));

    assertThat(call.refusals()).containsExactly("not_offered");
    assertThat(call.invoked()).isEmpty();
  }

  @Test
  void a_move_that_does_not_exist_is_refused() {
    var call = TestCall.answered(MENU);

    call.modelChooses("nonsense").turnEnds();

    assertThat(call.in()).isEqualTo("menu");
  }

  @Test
  void the_last_thing_is_said_again_for_a_caller_who_asks() {
    var call = TestCall.answered(MENU);
    call.happens(new Event.AgentSaid(call.now(), "Sales or help?"));

    call.callerSays("pardon").modelChooses("repeat");

    assertThat(call.said()).containsExactly("Sales or help?");
    assertThat(call.in()).isEqualTo("menu");
  }

  @Test
  void silence_is_measured_from_the_end_of_playback_and_starts_anew_with_the_caller() {
    var call = TestCall.answered(MENU);

    call.playbackEnds();
    assertThat(call.of(StartTimer.class).getFirst().after()).isEqualTo(Duration.ofSeconds(7));
    call.fires(TimerId.SILENCE);
    assertThat(call.said()).containsExactly("Still there?");
    call.playbackEnds();
    assertThat(call.of(StartTimer.class).getFirst().after()).isEqualTo(Duration.ofSeconds(3));

    call.callerSays("hm").turnEnds();

    assertThat(call.of(StartTimer.class).getFirst().after()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void the_last_rung_leads_away() {
    var call = TestCall.answered(MENU);

    call.playbackEnds().fires(TimerId.SILENCE).playbackEnds().fires(TimerId.SILENCE);

    assertThat(call.state.phase()).hasToString("Ended[reason=HungUp[outcome=silent]]");
  }

  @Test
  void a_timer_of_an_earlier_visit_means_nothing() {
    var call = TestCall.answered(MENU).playbackEnds();
    int old = call.state.visit();
    call.presses("1");

    call.happens(new Event.TimerFired(call.now(), TimerId.SILENCE, old));

    assertThat(call.taken(Taken.Ignored.class)).hasSize(1);
    assertThat(call.in()).isEqualTo("sales");
  }

  @Test
  void after_the_end_nothing_happens_any_more() {
    var call = TestCall.answered(MENU);
    call.happens(new Event.CallerHungUp(call.now()));

    call.callerSays("hello?");

    assertThat(call.state.phase())
        .hasToString("Ended[reason=CallerHungUp[outcome=caller_hung_up]]");
    assertThat(call.taken(Taken.Ignored.class)).hasSize(1);
  }

  @Test
  void a_lost_voice_session_is_set_up_again_twice_and_then_the_flow_decides() {
    var call = TestCall.answered(MENU);
    for (int i = 0; i < 2; i++) {
      call.happens(new Event.VoiceLost(call.now(), "1006"));
      assertThat(call.of(ConfigureVoice.class)).hasSize(1);
    }

    call.happens(new Event.VoiceLost(call.now(), "1006"));

    assertThat(call.in()).isEqualTo("agent");
  }

  @Test
  void a_voice_service_that_never_comes_back_ends_the_call() {
    var call = TestCall.answered(MENU);

    for (int i = 0; i < 4; i++) call.happens(new Event.VoiceLost(call.now(), "1006"));

    assertThat(call.state.ended()).isTrue();
  }

  @Test
  void a_text_that_doubles_with_every_visit_stays_within_its_bound() {
    var call =
        TestCall.answered(
            """
            start: grow
            variables:
              text: { type: text, initial: xxxxxxxxxx }
            states:
              grow:
                set: { text: "${text}${text}" }
                next:
                  - if: visits >= 90
                    goto: done
                  - goto: grow
              done: { hangup: done }
            """);

    assertThat(call.value("text").orElse("").length()).isLessThanOrEqualTo(4_000);
  }

  @Test
  void hearing_it_again_is_neither_an_attempt_nor_said_twice() {
    var call = TestCall.answered(MENU);
    call.happens(new Event.AgentSaid(call.now(), "Sales or help?"));

    call.callerSays("pardon").modelChooses("repeat").turnEnds();

    assertThat(call.said()).isEmpty();
  }

  @Test
  void a_call_without_end_is_brought_to_one() {
    var call = TestCall.answered(MENU);

    call.fires(TimerId.CALL);

    assertThat(call.state.phase())
        .isInstanceOfSatisfying(
            callflow.engine.call.CallState.Phase.Ended.class,
            ended -> assertThat(ended.reason()).isInstanceOf(EndReason.Failed.class));
    assertThat(call.said()).containsExactly(Moves.APOLOGY);
  }

  private static final String MENU =
      """
      start: menu
      tools:
        pay: { use: shop.pay, confirm: "Shall I?" }
      defaults:
        silence:
          - after: 7s
            say: Still there?
          - after: 3s
            goto: silent
        on: { tool.failed: agent, tool.unknown: agent, tool.declined: menu, voice_lost: agent }
      anywhere:
        - caller: wants a person
          dtmf: "0"
          goto: agent
        - caller: wants to hear it again
          do: repeat
      states:
        menu:
          prompt: Sales or help?
          choices:
            sales: { caller: wants to buy, dtmf: "1", goto: sales }
            help: { caller: wants help, goto: agent }
        sales:
          prompt: Sell.
          tools: [pay]
          choices: { back: { caller: goes back, goto: menu } }
        agent:
          prompt: You are the agent now.
          choices: { back: { caller: goes back, goto: menu } }
        silent: { hangup: silent }
      """;
}
