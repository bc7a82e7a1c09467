package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Command;
import callflow.engine.call.Command.PauseRecording;
import callflow.engine.call.Command.ResumeRecording;
import callflow.engine.call.Command.StartRecording;
import callflow.engine.call.TimerId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What callers are told and asked before anything else, and what is kept off the recording.
class ComplianceTest {
  private static final String FLOW =
      """
      start: menu
      compliance:
        disclosure: You are talking to a machine.
        recording:
          consent: ask
          announce: May we record this call?
          on_refused: unrecorded
      variables:
        pin: { type: digits, length: 4, secret: true }
      defaults:
        silence:
          - after: 7s
            say: Are you there?
          - after: 7s
            goto: bye
        on: { attempts_exhausted: bye }
      states:
        unrecorded:
          say: Very well, nothing is recorded.
          next: menu
        menu:
          prompt: Ask.
          choices:
            pin: { caller: has a pin, dtmf: "1", goto: pin }
            card: { caller: has a card, dtmf: "2", goto: card }
        pin:
          collect: { pin: { ask: "Your pin?", dtmf: true } }
          next: menu
        card:
          pause_recording: yes
          prompt: Ask for the card.
          choices:
            pin: { caller: has a pin, dtmf: "1", goto: pin }
            back: { caller: wants to go back, dtmf: "2", goto: menu }
        bye:
          say: Goodbye.
          hangup: done
      """;

  @Test
  void the_disclosure_comes_before_the_question_and_the_model_keeps_still() {
    var call = TestCall.answered(FLOW);

    assertThat(call.said())
        .containsExactly("You are talking to a machine.", "May we record this call?");
    assertThat(call.of(Command.LetModelSpeak.class)).isEmpty();
    assertThat(call.of(StartRecording.class)).isEmpty();
  }

  @Test
  void a_yes_starts_the_recording_and_the_call() {
    var call = TestCall.answered(FLOW).callerSays("yes");

    assertThat(call.of(StartRecording.class)).hasSize(1);
    assertThat(call.invoked()).isEmpty();
    assertThat(call.in()).isEqualTo("menu");
  }

  @Test
  void a_no_goes_on_without() {
    var call = TestCall.answered(FLOW).callerSays("no");

    assertThat(call.of(StartRecording.class)).isEmpty();
    assertThat(call.said()).containsExactly("Very well, nothing is recorded.");
    assertThat(call.in()).isEqualTo("menu");
  }

  @Test
  void the_claim_of_the_model_counts_for_nothing() {
    var call = TestCall.answered(FLOW);

    call.modelCalls("compliance.recording", callflow.value.Value.Fields.NONE);

    assertThat(call.of(StartRecording.class)).isEmpty();
    assertThat(call.refusals()).containsExactly("not_now");
  }

  @Test
  void nobody_who_keeps_silent_is_recorded() {
    var call = TestCall.answered(FLOW).playbackEnds();

    call.fires(TimerId.SILENCE);
    assertThat(call.said()).containsExactly("Are you there?", "May we record this call?");
    call.playbackEnds().fires(TimerId.SILENCE);
    assertThat(call.of(StartRecording.class)).isEmpty();
    assertThat(call.state.ended()).isTrue();
  }

  @Test
  void an_announcement_starts_it_at_once() {
    var flow =
        FLOW.replace("consent: ask", "consent: announce")
            .replace("    on_refused: unrecorded\n", "");
    var call = TestCall.answered(flow.replace("unrecorded:", "other:"));

    assertThat(call.said())
        .containsExactly("You are talking to a machine.", "May we record this call?");
    assertThat(call.of(StartRecording.class)).hasSize(1);
    assertThat(call.in()).isEqualTo("menu");
  }

  @Test
  void it_is_paused_where_the_flow_says_so_and_where_a_secret_is_entered() {
    var call = TestCall.answered(FLOW).callerSays("yes").presses("2");
    assertThat(kinds(call)).containsExactly(PauseRecording.class);

    call.presses("1");
    assertThat(kinds(call)).isEmpty();
    assertThat(call.state.recordingPaused()).isTrue();

    call.presses("1234");
    assertThat(kinds(call)).containsExactly(ResumeRecording.class);
    assertThat(call.in()).isEqualTo("menu");
  }

  @Test
  void it_is_paused_before_anything_of_the_state_is_said() {
    var call = TestCall.answered(FLOW).callerSays("yes").presses("1");
    var commands = call.of(Command.class);

    assertThat(commands.indexOf(new PauseRecording()))
        .isLessThan(commands.indexOf(new Command.Say("Your pin?")));
  }

  private static List<Class<?>> kinds(TestCall call) {
    return call.of(Command.class).stream()
        .<Class<?>>map(Object::getClass)
        .filter(kind -> kind == PauseRecording.class || kind == ResumeRecording.class)
        .toList();
  }
}
