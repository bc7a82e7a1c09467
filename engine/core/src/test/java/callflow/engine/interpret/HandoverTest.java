package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Command.StartTimer;
import callflow.engine.call.Command.Transfer;
import callflow.engine.call.Handover.Reminder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HandoverTest {
  private static final String FLOW =
      """
      start: desk
      variables:
        region: { type: choice, of: [north, south, west], describe: where the caller lives }
        pin: { type: digits, length: 4, sensitive: true }
        account: { type: digits, length: 4, describe: account number }
      transfers:
        team:
          to:
            choose: ${region}
            from: { north: "+4940123456", south: "+4989123456" }
            otherwise: south
          caller_id: ${call.to}
          whisper: ${summary}
          attach: { summary: "${summary}" }
          queue:
            max_wait: 5m
            announce: { every: 30s, say: Please hold. }
      states:
        desk:
          prompt: Ask.
          collect: { region: {}, pin: {}, account: {} }
          choices: { person: { caller: wants a person, dtmf: "0", goto: person } }
          next: person
          on: { attempts_exhausted: person }
        person:
          transfer: team
          on: { busy: over, no_answer: over, declined: over, voicemail: over, failed: over }
        over: { hangup: nobody_free }
      """;

  @Test
  void the_number_is_chosen_by_what_the_call_has_brought() {
    var call = TestCall.answered(FLOW).modelFills("region", "north");

    assertThat(order(call).to()).isEqualTo("+4940123456");
  }

  @Test
  void a_word_without_a_number_of_its_own_takes_the_one_for_all_others() {
    var call = TestCall.answered(FLOW).modelFills("region", "west");

    assertThat(order(call).to()).isEqualTo("+4989123456");
  }

  @Test
  void a_value_that_is_not_known_takes_the_number_for_all_others() {
    assertThat(order(TestCall.answered(FLOW)).to()).isEqualTo("+4989123456");
  }

  @Test
  void the_person_who_answers_hears_what_was_asked_for_and_nothing_sensitive() {
    var call =
        TestCall.answered(FLOW)
            .modelFills("region", "north")
            .modelFills("pin", "9876")
            .modelFills("account", "1234");

    var order = order(call);
    assertThat(order.handover().whisper())
        .contains("Where the caller lives: north. Account number: 1 2 3 4.");
    assertThat(order.attach().toString()).contains("north").doesNotContain("9876");
  }

  @Test
  void the_person_who_answers_sees_the_number_the_flow_shows() {
    assertThat(order(TestCall.answered(FLOW)).handover().callerId()).contains("+4930123456");
  }

  @Test
  void a_queue_is_waited_in_before_the_transfer_counts_as_lost() {
    var call = TestCall.answered(FLOW).presses("0");

    var waiting = call.of(Transfer.class).getFirst().handover().waiting().orElseThrow();
    assertThat(waiting.most()).isEqualTo(Duration.ofMinutes(5));
    assertThat(waiting.reminder()).contains(new Reminder(Duration.ofSeconds(30), "Please hold."));
    assertThat(call.of(StartTimer.class).getLast().after()).isGreaterThan(Duration.ofMinutes(5));
  }

  private static Transfer order(TestCall call) {
    return call.presses("0").of(Transfer.class).getFirst();
  }
}
