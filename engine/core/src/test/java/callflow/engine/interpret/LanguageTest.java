package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.CallInfo;
import callflow.engine.call.Command;
import callflow.engine.call.Event;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A call in one of several languages, and the change to another.
class LanguageTest {
  private static final String FLOW =
      """
      start: desk
      languages: [en, de]
      variables:
        number: { type: digits, length: 2 }
        amount: { type: money, currency: EUR, initial: "84.20" }
      tools:
        pay:
          use: shop.pay
          with: { amount: "${amount}" }
          confirm: { en: "Shall I pay ${amount}?", de: "Soll ich ${amount} zahlen?" }
      anywhere:
        - { caller: wants German, dtmf: "9", switch_language: de }
      defaults:
        on: { attempts_exhausted: out, tool.failed: out, tool.timeout: out, tool.unknown: out, tool.declined: out }
      states:
        desk:
          say: { en: Welcome., de: Willkommen. }
          prompt: { en: Ask for the number., de: Frag nach der Nummer. }
          collect:
            number: { ask: { en: "Which number?", de: "Welche Nummer?" } }
          next: free
        free:
          prompt: { en: Be brief., de: Fass dich kurz. }
          choices:
            pays:
              caller: { en: wants to pay, de: will zahlen }
              examples: { en: [pay], de: [zahlen] }
              goto: pays
        pays:
          run: pay
          next: out
        out:
          say: "${call.language}"
          hangup: done
      """;

  private static TestCall lineIn(String language) {
    var info = new CallInfo("+49170", "+4930").in(Optional.of(language));
    return TestCall.of(FLOW).happens(new Event.CallStarted(Instant.EPOCH, info));
  }

  private static Command.ConfigureVoice session(TestCall call) {
    return call.of(Command.ConfigureVoice.class).getLast();
  }

  @Test
  void a_call_begins_in_the_first_language_of_the_flow() {
    var call = TestCall.answered(FLOW);

    assertThat(call.said()).containsExactly("Welcome.", "Which number?");
    assertThat(session(call).setup().voice().language()).isEqualTo("en");
  }

  @Test
  void a_line_may_begin_in_another_language() {
    assertThat(lineIn("de").said()).containsExactly("Willkommen.", "Welche Nummer?");
  }

  @Test
  void a_language_the_flow_does_not_speak_counts_for_nothing() {
    assertThat(lineIn("fr").said()).containsExactly("Welcome.", "Which number?");
  }

  @Test
  void after_a_change_the_open_question_is_asked_in_the_new_language() {
    var call = TestCall.answered(FLOW).playbackEnds();

    call.presses("9");

    assertThat(call.said()).containsExactly("Welche Nummer?");
    assertThat(session(call).setup().voice().language()).isEqualTo("de");
    assertThat(session(call).setup().guidance()).isEqualTo("Frag nach der Nummer.");
  }

  @Test
  void the_model_that_asked_for_the_change_does_not_make_the_question_come_twice() {
    var call = TestCall.answered(FLOW).callerSays("auf Deutsch bitte");

    call.modelChooses("speak_de");
    assertThat(call.said()).containsExactly("Welche Nummer?");
    call.turnEnds();

    assertThat(call.said()).isEmpty();
  }

  @Test
  void where_the_flow_asks_nothing_the_model_goes_on_in_the_new_language() {
    var call = TestCall.answered(FLOW).callerSays("42").modelFills("number", "42").turnEnds();

    call.presses("9");

    assertThat(call.of(Command.LetModelSpeak.class)).hasSize(1);
    var offer = session(call).setup().moves().getFirst();
    assertThat(offer.description()).isEqualTo("will zahlen");
    assertThat(offer.examples()).containsExactly("zahlen");
  }

  @Test
  void the_question_for_a_yes_is_put_again_in_the_new_language() {
    var call = TestCall.answered(FLOW).callerSays("42").modelFills("number", "42").turnEnds();
    call.callerSays("pay").modelChooses("pays").turnEnds();
    assertThat(call.said()).containsExactly("Shall I pay 84 euros and 20 cents?");
    call.playbackEnds();

    call.presses("9");

    assertThat(call.said()).containsExactly("Soll ich 84 Euro und 20 Cent zahlen?");
  }
}
