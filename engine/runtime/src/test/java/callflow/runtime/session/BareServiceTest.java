package callflow.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Event;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.Value;
import callflow.voice.VoiceRequest;
import callflow.voice.VoiceSignal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A service that numbers no replies, announces no speech and does not say whose words it sends.
class BareServiceTest {
  static final String FLOW =
      """
      flow: test
      start: menu
      tools:
        look: { use: desk.look, describe: Looks., confirm: "Shall I look?" }
      defaults:
        on: { tool.failed: bye, tool.timeout: bye, tool.unknown: bye, tool.declined: bye, voice_lost: bye }
        silence:
          - after: 7s
            goto: bye
      states:
        menu:
          prompt: Ask what is wanted.
          choices:
            done: { caller: is done, goto: bye }
            look: { caller: wants to look, dtmf: "5", goto: looking }
        looking:
          run: look
          next: bye
        bye:
          say: Goodbye.
          hangup: done
      """;

  private static Rig inMenu() {
    return new Rig(FLOW, Rig.BARE).hears(Rig.configured());
  }

  private static VoiceSignal chooses(String move) {
    return new VoiceSignal.ToolAsked(
        "",
        new ToolCallId("c"),
        new ToolName("choose"),
        Optional.of(Value.Fields.of("move", new Value.Text(move))));
  }

  @Test
  void it_is_set_up_as_soon_as_the_connection_stands() {
    var rig = new Rig(FLOW, Rig.BARE);

    assertThat(rig.dialect.sent).singleElement().isInstanceOf(VoiceRequest.Open.class);
  }

  @Test
  void a_reply_begins_with_its_first_sound_and_ends_when_no_more_comes() {
    var rig = inMenu().sound("-", 400);

    rig.pass(Duration.ofMillis(500));
    assertThat(rig.events(Event.TurnEnded.class)).isEmpty();
    rig.pass(Duration.ofMillis(200));

    assertThat(rig.events(Event.TurnEnded.class)).hasSize(1);
    assertThat(rig.leg.marks).hasSize(0);
  }

  @Test
  void whoever_speaks_over_it_is_heard_by_ourselves() {
    var rig = inMenu().sound("-", 4000).pass(Duration.ofMillis(300));

    rig.mail(new Mail.CallerSound(true));

    assertThat(rig.leg.orders.getLast()).isEqualTo("clear");
    assertThat(rig.dialect.sent.getLast()).isEqualTo(new VoiceRequest.StopReply(Optional.empty()));
    assertThat(rig.events(Event.CallerInterrupted.class)).hasSize(1);
    int played = rig.leg.orders.size();
    rig.sound("-", 100);
    assertThat(rig.leg.orders).hasSize(played);
  }

  @Test
  void the_end_of_the_callers_turn_is_told_to_it() {
    var rig = inMenu().sound("-", 100).pass(Duration.ofSeconds(1));

    rig.mail(new Mail.CallerSound(true)).mail(new Mail.CallerSound(false));

    assertThat(rig.dialect.sent.getLast()).isEqualTo(new VoiceRequest.EndCallerTurn());
  }

  @Test
  void words_after_the_callers_turn_are_the_callers_and_others_the_agents() {
    var rig = inMenu().sound("-", 100).pass(Duration.ofSeconds(1));

    rig.mail(new Mail.CallerSound(true)).mail(new Mail.CallerSound(false));
    rig.hears(new VoiceSignal.SomebodysWords("I am done"));
    rig.sound("-", 100).hears(new VoiceSignal.SomebodysWords("Very "));
    rig.hears(new VoiceSignal.SomebodysWords("well.")).pass(Duration.ofSeconds(1));

    assertThat(rig.events(Event.CallerSaid.class)).hasSize(1);
    assertThat(rig.events(Event.AgentSaid.class))
        .extracting(Event.AgentSaid::transcript)
        .containsExactly("Very well.");
  }

  @Test
  void a_request_counts_at_once_since_no_end_of_the_reply_is_announced() {
    var rig = inMenu().sound("-", 100);

    rig.hears(chooses("done"));
    assertThat(rig.state()).isEqualTo("ended");
    rig.pass(Duration.ofMillis(700));

    assertThat(rig.spoken()).containsExactly("Goodbye.");
  }

  @Test
  void a_yes_without_a_speaker_never_pays_but_a_key_does() {
    var rig = inMenu().sound("-", 100).pass(Duration.ofSeconds(1));
    rig.mail(new Mail.Key('5')).hears(Rig.configured()).sound("-", 800);
    assertThat(rig.spoken()).contains("Shall I look?");
    rig.pass(Duration.ofSeconds(5));

    rig.mail(new Mail.CallerSound(true)).mail(new Mail.CallerSound(false));
    rig.hears(new VoiceSignal.SomebodysWords("yes please"));
    assertThat(rig.state()).isEqualTo("looking");
    assertThat(rig.events(Event.CallerSaid.class)).isEmpty();
    rig.mail(new Mail.Key('1'));

    assertThat(rig.events(Event.DigitPressed.class)).hasSize(2);
    assertThat(rig.state()).isIn("looking", "bye", "ended");
  }
}
