package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Command;
import callflow.engine.call.TimerId;
import org.junit.jupiter.api.Test;

/// What is said the first, the second and every further time.
class WordingsTest {
  private static final String FLOW =
      """
      start: desk
      variables:
        number: { type: digits, length: 2 }
      tools:
        pay:
          use: shop.pay
          with: { amount: "20" }
          confirm: ["Shall I pay?", "Say yes or no: shall I pay?"]
      defaults:
        on: { attempts_exhausted: desk, tool.failed: desk, tool.timeout: desk, tool.unknown: desk, tool.declined: desk }
        silence:
          - after: 5s
            say: { vary: ["Hello?", "Still there?"] }
          - after: 5s
            goto: out
      states:
        desk:
          say: [Welcome., Once more., Let us go on.]
          clear: number
          collect:
            number:
              attempts: 4
              ask: ["Your number?", "Two digits, please.", { vary: ["Sorry?", "Pardon?"] }]
          run: pay
          next:
            - if: visits > 9
              goto: out
            - goto: desk
        out:
          say: Goodbye.
          hangup: done
      """;

  private static TestCall misunderstood(TestCall call) {
    return call.callerSays("eh").turnEnds();
  }

  @Test
  void a_question_is_worded_by_how_often_it_was_asked_in_this_visit() {
    var call = TestCall.answered(FLOW);

    assertThat(call.said()).containsExactly("Welcome.", "Your number?");
    assertThat(misunderstood(call).said()).containsExactly("Two digits, please.");
    assertThat(misunderstood(call).said()).containsExactly("Sorry?");
    assertThat(misunderstood(call).said()).containsExactly("Pardon?");
  }

  @Test
  void a_state_says_what_belongs_to_this_visit_and_asks_from_the_first_wording_again() {
    var call = TestCall.answered(FLOW);
    for (int i = 0; i < 4; i++) misunderstood(call);
    assertThat(call.said()).containsExactly("Once more.", "Your number?");
    for (int i = 0; i < 4; i++) misunderstood(call);
    assertThat(call.said()).containsExactly("Let us go on.", "Your number?");

    for (int i = 0; i < 4; i++) misunderstood(call);

    assertThat(call.said()).containsExactly("Let us go on.", "Your number?");
  }

  @Test
  void what_callers_have_to_hear_is_ordered_as_such_and_nothing_else() {
    var call =
        TestCall.answered(
            """
            start: notice
            states:
              notice: { say: This call is recorded., barge_in: no, next: bye }
              bye: { say: Goodbye., hangup: done }
            """);

    assertThat(call.of(Command.Say.class))
        .containsExactly(
            new Command.Say("This call is recorded.", false), new Command.Say("Goodbye.", true));
  }

  @Test
  void other_words_take_turns_over_the_whole_call() {
    var call = TestCall.answered(FLOW).playbackEnds();

    assertThat(call.fires(TimerId.SILENCE).said()).containsExactly("Hello?");
    misunderstood(call).playbackEnds();
    assertThat(call.fires(TimerId.SILENCE).said()).containsExactly("Still there?");
    misunderstood(call).playbackEnds();
    assertThat(call.fires(TimerId.SILENCE).said()).containsExactly("Hello?");
  }

  @Test
  void a_question_for_a_yes_that_was_not_answered_is_put_in_its_next_wording() {
    var call = TestCall.answered(FLOW).callerSays("42").modelFills("number", "42").turnEnds();
    assertThat(call.said()).containsExactly("Shall I pay?");

    call.callerSays("what is this").turnEnds();

    assertThat(call.said()).containsExactly("Say yes or no: shall I pay?");
  }
}
