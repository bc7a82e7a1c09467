package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnRulesTest {
  private static final String FLOW =
      """
      start: ask
      variables:
        pin:
          type: digits
          length: 4
          check:
            if: pin != '0000' and pin != known_pin
            otherwise: ${pin} is too easy.
        known_pin: { type: digits }
      states:
        ask:
          collect:
            pin: { ask: Choose a PIN., dtmf: yes, attempts: 2 }
          next: done
          on: { attempts_exhausted: sorry }
        done: { hangup: done }
        sorry: { hangup: sorry }
      """;

  @Test
  void a_value_the_flow_objects_to_is_not_kept_and_the_caller_is_told_why() {
    var call = TestCall.answered(FLOW).modelFills("pin", "0000");

    assertThat(call.value("pin")).isEmpty();
    assertThat(call.said()).containsExactly("0 0 0 0 is too easy.");
  }

  @Test
  void such_a_turn_counts_as_an_attempt() {
    var call =
        TestCall.answered(FLOW)
            .callerSays("four times zero")
            .modelFills("pin", "0000")
            .turnEnds()
            .callerSays("four times zero")
            .modelFills("pin", "0000")
            .turnEnds();

    assertThat(call.state.phase()).hasToString("Ended[reason=HungUp[outcome=sorry]]");
  }

  @Test
  void keys_are_held_to_the_same_rule() {
    var call = TestCall.answered(FLOW).presses("0000");

    assertThat(call.value("pin")).isEmpty();
    assertThat(call.said()).containsExactly("0 0 0 0 is too easy.", "Choose a PIN.");
  }

  @Test
  void a_rule_over_a_value_that_is_not_there_yet_objects_to_nothing() {
    var call = TestCall.answered(FLOW).modelFills("pin", "1234");

    assertThat(call.value("pin")).contains("1234");
  }

  @Test
  void a_correction_the_flow_objects_to_leaves_the_old_value() {
    var call = TestCall.answered(FLOW).modelFills("pin", "1234").modelFills("pin", "0000");

    assertThat(call.value("pin")).contains("1234");
  }
}
