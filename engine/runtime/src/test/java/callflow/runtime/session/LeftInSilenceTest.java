package callflow.runtime.session;

import static callflow.runtime.session.LiveCallTest.inMenu;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Event;
import callflow.voice.VoiceRequest;
import callflow.voice.VoiceSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The service falls silent without a word of it: the caller is not to notice.
class LeftInSilenceTest {
  private static void turn(Rig rig, String item) {
    rig.hears(
        new VoiceSignal.CallerStarted(item),
        new VoiceSignal.CallerStopped(item),
        new VoiceSignal.CallerCommitted(item));
  }

  @Test
  void a_turn_the_service_never_answers_is_put_to_the_model_again() {
    var rig = inMenu().callerSays("i1", "hello");
    int asked = rig.sent(VoiceRequest.SpeakFreely.class).size();

    rig.pass(Duration.ofSeconds(4));

    assertThat(rig.sent(VoiceRequest.SpeakFreely.class)).hasSize(asked + 1);
  }

  @Test
  void a_turn_whose_reply_fails_without_a_sound_is_put_to_the_model_again() {
    var rig = inMenu().callerSays("i1", "hello");
    int asked = rig.sent(VoiceRequest.SpeakFreely.class).size();

    rig.hears(new VoiceSignal.ReplyStarted("3"), new VoiceSignal.ReplyEnded("3", false));
    rig.pass(Duration.ofSeconds(4));

    assertThat(rig.sent(VoiceRequest.SpeakFreely.class)).hasSize(asked + 1);
  }

  @Test
  void a_turn_without_words_that_nobody_answers_is_put_to_the_model_too() {
    var rig = inMenu();
    int asked = rig.sent(VoiceRequest.SpeakFreely.class).size();

    turn(rig, "i1");
    rig.pass(Duration.ofSeconds(4));

    assertThat(rig.sent(VoiceRequest.SpeakFreely.class)).hasSize(asked + 1);
  }

  @Test
  void a_question_whose_unclear_answer_the_service_passes_over_is_put_again() {
    var rig = new Rig(BareServiceTest.FLOW).up().reply("1", 300).heardOut();
    rig.mail(new Mail.Key('5')).hears(Rig.configured()).reply("q", 300).heardOut();
    assertThat(rig.spoken()).containsExactly("Shall I look?");

    rig.callerSays("i1", "well");
    rig.hears(new VoiceSignal.ReplyStarted("3"), new VoiceSignal.ReplyEnded("3", false));
    rig.pass(Duration.ofSeconds(4));

    assertThat(rig.spoken()).containsExactly("Shall I look?", "Shall I look?");
  }

  @Test
  void a_turn_that_was_answered_is_not_put_again() {
    var rig = inMenu().callerSays("i1", "hello");
    int asked = rig.sent(VoiceRequest.SpeakFreely.class).size();

    rig.reply("3", 500).pass(Duration.ofSeconds(6));

    assertThat(rig.sent(VoiceRequest.SpeakFreely.class)).hasSize(asked);
  }

  @Test
  void whoever_speaks_on_is_not_answered_in_between() {
    var rig = inMenu().callerSays("i1", "hello");
    int asked = rig.sent(VoiceRequest.SpeakFreely.class).size();

    rig.hears(new VoiceSignal.CallerStarted("i2")).pass(Duration.ofSeconds(4));

    assertThat(rig.sent(VoiceRequest.SpeakFreely.class)).hasSize(asked);
  }

  @Test
  void a_bare_service_that_never_answers_is_asked_again() {
    var rig = new Rig(BareServiceTest.FLOW, Rig.BARE).hears(Rig.configured()).sound("-", 100);
    rig.pass(Duration.ofSeconds(1));
    int asked = rig.sent(VoiceRequest.SpeakFreely.class).size();

    rig.mail(new Mail.CallerSound(true)).mail(new Mail.CallerSound(false));
    rig.pass(Duration.ofSeconds(4));

    assertThat(rig.sent(VoiceRequest.SpeakFreely.class)).hasSize(asked + 1);
  }

  @Test
  void a_service_that_swallows_every_attempt_to_connect_is_given_up_after_a_few() {
    var rig = inMenu();
    rig.slow = true;
    rig.unreachable = Optional.of(new IOException("timed out"));

    rig.disconnected("1006");
    int tries = 0;
    while (rig.state().equals("menu") && tries < 30) {
      rig.pass(Duration.ofSeconds(3));
      while (!rig.late.isEmpty()) {
        rig.late.poll().run();
        rig.deliver();
        tries++;
      }
    }

    assertThat(rig.state()).isEqualTo("person");
    assertThat(tries).isLessThan(5);
    assertThat(rig.events(Event.VoiceLost.class)).hasSizeLessThan(5);
  }
}
