package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Taken;
import callflow.engine.call.TimerId;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final String FLOW =
      """
      start: ask
      variables:
        number: { type: digits, length: 4, describe: the number }
        pin: { type: digits, min_length: 3, max_length: 6, secret: yes }
      anywhere:
        - caller: wants a person
          dtmf: "0"
          goto: person
      states:
        ask:
          collect:
            number: { dtmf: yes }
            pin: { ask: Enter your PIN., dtmf: yes, attempts: 2 }
          next: done
          on: { attempts_exhausted: person }
        person: { hangup: person }
        done: { hangup: done }
      """;

  @Test
  void an_entry_is_complete_when_all_its_digits_are_there() {
    var call = TestCall.answered(FLOW).presses("1234");

    assertThat(call.value("number")).contains("1234");
    assertThat(call.said()).containsExactly("Enter your PIN.");
  }

  @Test
  void a_choice_key_opens_an_entry_while_digits_are_collected() {
    var call = TestCall.answered(FLOW).presses("0123");

    assertThat(call.value("number")).contains("0123");
  }

  @Test
  void a_choice_key_alone_acts_after_the_inter_digit_time() {
    var call = TestCall.answered(FLOW).presses("0");
    assertThat(call.in()).isEqualTo("ask");

    call.fires(TimerId.KEYS);

    assertThat(call.state.phase()).hasToString("Ended[reason=HungUp[outcome=person]]");
  }

  @Test
  void the_hash_key_completes_an_entry_of_open_length() {
    var call = TestCall.answered(FLOW).presses("1234").presses("567#");

    assertThat(call.state.phase()).hasToString("Ended[reason=HungUp[outcome=done]]");
  }

  @Test
  void the_star_key_starts_an_entry_over() {
    var call = TestCall.answered(FLOW).presses("12*3456");

    assertThat(call.value("number")).contains("3456");
  }

  @Test
  void an_entry_that_does_not_fit_counts_as_an_attempt() {
    var call = TestCall.answered(FLOW).presses("1234").presses("1#");
    assertThat(call.taken(Taken.NotUnderstood.class)).hasSize(1);
    assertThat(call.said()).containsExactly("Enter your PIN.");

    call.presses("2#");

    assertThat(call.state.phase()).hasToString("Ended[reason=HungUp[outcome=person]]");
  }

  @Test
  void keys_begun_for_a_value_do_not_run_into_the_next_one() {
    var call = TestCall.answered(FLOW).presses("12").modelFills("number", "9999").presses("34");

    assertThat(call.value("pin")).isEmpty();
    assertThat(call.presses("5#").value("pin")).contains("345");
  }

  @Test
  void a_secret_value_is_not_the_models_to_fill() {
    var call = TestCall.answered(FLOW);

    call.modelFills("pin", "1234");

    assertThat(call.refusals()).containsExactly("bad_value");
    assertThat(call.value("pin")).isEmpty();
  }
}
