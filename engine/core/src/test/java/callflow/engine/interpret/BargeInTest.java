package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Event;
import callflow.engine.call.TimerId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Speaking over a question for a yes: what was not heard can't be answered.
class BargeInTest {
  private static final String FLOW =
      """
      start: desk
      variables:
        amount: { type: money, currency: EUR, initial: 20 }
      tools:
        pay:
          use: shop.pay
          with: { amount: "${amount}" }
          confirm: Shall I pay ${amount}?
      defaults:
        silence:
          - after: 5s
            say: Are you still there?
          - after: 5s
            goto: out
        on:
          tool.failed: out
          tool.timeout: out
          tool.unknown: out
          tool.declined: out
      anywhere:
        - caller: asks to hear it again
          dtmf: "9"
          do: repeat
      states:
        desk:
          say: You still owe us something.
          run: pay
          next: out
        out: { hangup: out }
      """;

  private static final String QUESTION = "Shall I pay 20 euros?";

  /// Longer than the sentence before the question takes.
  private static final Duration WELL_INTO_THE_QUESTION = Duration.ofSeconds(4);

  private static final Duration FIRST_SENTENCE_ONLY = Duration.ofMillis(1_500);

  private static TestCall asked() {
    var call = TestCall.answered(FLOW);
    assertThat(call.said()).containsExactly("You still owe us something.", QUESTION);
    return call;
  }

  private static TestCall askedOnAQuietLine() {
    return asked().playbackEnds().presses("9");
  }

  @Test
  void an_interruption_of_what_is_said_before_the_question_does_not_answer_it() {
    var call = asked().interrupts(FIRST_SENTENCE_ONLY, "yes");

    assertThat(call.invoked()).isEmpty();
    assertThat(call.turnEnds().said()).containsExactly(QUESTION);
    assertThat(call.callerSays("yes").invoked()).containsExactly("pay");
  }

  @Test
  void an_interruption_well_into_the_question_answers_it() {
    assertThat(asked().interrupts(WELL_INTO_THE_QUESTION, "yes").invoked()).containsExactly("pay");
  }

  @Test
  void a_question_put_on_a_quiet_line_is_heard_from_its_first_second_on() {
    assertThat(askedOnAQuietLine().interrupts(Duration.ofMillis(900), "yes").invoked()).isEmpty();
    assertThat(askedOnAQuietLine().interrupts(Duration.ofSeconds(1), "yes").invoked())
        .containsExactly("pay");
  }

  @Test
  void an_interruption_of_the_silence_rung_before_the_question_does_not_answer_it() {
    var call = asked().playbackEnds().fires(TimerId.SILENCE);
    assertThat(call.said()).containsExactly("Are you still there?", QUESTION);

    assertThat(call.interrupts(FIRST_SENTENCE_ONLY, "yes").invoked()).isEmpty();

    assertThat(call.turnEnds().said()).containsExactly(QUESTION);
  }

  @Test
  void a_slow_voice_needs_more_time_for_what_comes_before_the_question() {
    var slow = TestCall.answered("voice: { speed: 0.7 }\n" + FLOW);
    var usual = TestCall.answered(FLOW);
    var between = Duration.ofMillis(3_500);

    assertThat(slow.interrupts(between, "yes").invoked()).isEmpty();
    assertThat(usual.interrupts(between, "yes").invoked()).containsExactly("pay");
  }

  @Test
  void new_words_after_a_question_that_was_cut_off_are_no_answer_before_it_is_put_again() {
    var call = asked();
    call.happens(new Event.CallerInterrupted(call.now(), FIRST_SENTENCE_ONLY));

    assertThat(call.callerSays("yes").invoked()).isEmpty();

    assertThat(call.turnEnds().said()).containsExactly(QUESTION);
  }

  @Test
  void words_begun_while_the_question_is_being_said_are_no_answer() {
    var call = asked();

    call.happens(new Event.CallerSpoke(call.now()));
    call.happens(new Event.CallerSaid(call.now(), "yes"));

    assertThat(call.invoked()).isEmpty();
  }

  @Test
  void a_key_after_a_question_that_was_cut_off_has_it_put_again() {
    var call = asked();
    call.happens(new Event.CallerInterrupted(call.now(), FIRST_SENTENCE_ONLY));

    call.presses("1");
    assertThat(call.invoked()).isEmpty();
    assertThat(call.said()).containsExactly(QUESTION);

    assertThat(call.playbackEnds().presses("1").invoked()).containsExactly("pay");
  }

  @Test
  void a_cough_that_cuts_the_question_off_has_it_put_again() {
    var call = asked();
    call.happens(new Event.CallerInterrupted(call.now(), Duration.ofMillis(200)));

    assertThat(call.turnEnds().said()).containsExactly(QUESTION);
  }

  @Test
  void a_question_cut_off_again_and_again_is_never_taken_as_a_no() {
    var call = asked();

    for (int i = 0; i < 10; i++) call.interrupts(Duration.ofMillis(100), "yes").turnEnds();

    assertThat(call.said()).containsExactly(QUESTION);
    assertThat(call.in()).isEqualTo("desk");
  }

  @Test
  void after_the_model_spoke_by_itself_the_question_is_put_again_before_a_yes_counts() {
    var call = asked().playbackEnds().modelSays("All right, I am paying it.");

    call.happens(new Event.CallerSpoke(call.now()));
    call.happens(new Event.CallerSaid(call.now(), "yes"));
    assertThat(call.invoked()).isEmpty();

    assertThat(call.turnEnds().said()).containsExactly(QUESTION);
    assertThat(call.callerSays("yes").invoked()).containsExactly("pay");
  }

  @Test
  void the_question_is_put_again_when_what_the_model_said_by_itself_has_been_heard() {
    var call = asked().playbackEnds().modelSays(QUESTION);

    assertThat(call.playbackEnds().said()).containsExactly(QUESTION);
  }

  @Test
  void hearing_it_again_puts_the_question_once() {
    assertThat(askedOnAQuietLine().said()).containsExactly(QUESTION);
  }
}
