package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Command.LetModelSpeak;
import callflow.engine.call.TimerId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmedValueTest {
  private static final String READING =
      """
      start: ask
      variables:
        number: { type: digits, length: 4 }
        day: { type: date, describe: the day }
      states:
        ask:
          collect:
            number:
              ask: Which number?
              confirm: yes
              dtmf: { terminator: "*", inter_digit: 5s }
              attempts: 2
            day:
              confirm: "On ${day}, then?"
          next: done
          on: { attempts_exhausted: sorry }
        done:
          say: Thank you.
          hangup: done
        sorry:
          say: Sorry.
          hangup: sorry
      """;

  private static TestCall given() {
    return TestCall.answered(READING).callerSays("1234").modelFills("number", "1234").turnEnds();
  }

  @Test
  void a_value_counts_only_after_the_callers_yes_to_it() {
    var call = given();
    assertThat(call.said()).containsExactly("I heard 1 2 3 4. Is that right?");

    call.callerSays("yes");
    assertThat(call.in()).isEqualTo("ask");
    assertThat(call.of(LetModelSpeak.class)).hasSize(1);
    call.callerSays("tomorrow").modelFills("day", "2026-03-03").turnEnds();
    assertThat(call.said()).containsExactly("On the third of March 2026, then?");

    call.callerSays("yes");
    assertThat(call.said()).containsExactly("Thank you.");
  }

  @Test
  void a_no_forgets_the_value_and_counts_an_attempt() {
    var call = given().callerSays("no");

    assertThat(call.value("number")).isEmpty();
    assertThat(call.said()).containsExactly("Which number?");

    call.callerSays("4321").modelFills("number", "4321").turnEnds().callerSays("no");
    assertThat(call.said()).containsExactly("Sorry.");
  }

  @Test
  void a_correction_is_a_no_with_the_right_value_and_is_asked_about_anew() {
    var call = given();

    call.callerSays("no, 4321").modelFills("number", "4321").turnEnds();

    assertThat(call.said()).containsExactly("I heard 4 3 2 1. Is that right?");
  }

  @Test
  void a_value_given_early_is_asked_about_where_it_is_collected() {
    var call =
        TestCall.answered(READING)
            .callerSays("1234 tomorrow")
            .modelFills("number", "1234")
            .modelFills("day", "2026-03-03")
            .turnEnds();

    call.callerSays("yes");

    assertThat(call.said()).containsExactly("On the third of March 2026, then?");
  }

  @Test
  void an_entry_by_keys_is_asked_about_and_answered_by_keys() {
    var call = TestCall.answered(READING).presses("1234");
    assertThat(call.said()).containsExactly("I heard 1 2 3 4. Is that right?");

    call.playbackEnds().presses("2");

    assertThat(call.value("number")).isEmpty();
    assertThat(call.said()).containsExactly("Which number?");
  }

  @Test
  void the_flow_says_which_key_completes_an_entry_and_how_long_a_pause_may_be() {
    var call = TestCall.answered(READING.replace("length: 4", "min_length: 2"));

    call.presses("12");
    assertThat(call.of(callflow.engine.call.Command.StartTimer.class))
        .extracting(timer -> timer.after().toSeconds())
        .endsWith(5L);
    call.presses("#34*");

    assertThat(call.value("number")).hasValue("34");
  }

  @Test
  void a_length_completes_an_entry_whose_type_leaves_it_open() {
    var flow =
        READING
            .replace("length: 4", "min_length: 2")
            .replace("inter_digit: 5s", "inter_digit: 5s, length: 3");

    var call = TestCall.answered(flow).presses("123");

    assertThat(call.value("number")).hasValue("123");
    assertThat(call.state.timers()).doesNotContainKey(TimerId.KEYS);
    assertThat(List.of("1 2 3")).allMatch(digits -> call.said().getFirst().contains(digits));
  }
}
