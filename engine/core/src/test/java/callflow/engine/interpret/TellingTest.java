package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.CallId;
import callflow.engine.call.CallInfo;
import callflow.engine.call.Command;
import callflow.engine.call.Command.ConfigureVoice;
import callflow.engine.call.Command.LetModelSpeak;
import callflow.engine.call.Event;
import callflow.value.ToolResult;
import callflow.value.ToolResult.Done;
import callflow.value.Value;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the model learns of answers to tools it did not call itself.
class TellingTest {
  private static final String FLOW =
      """
      start: desk
      variables:
        number: { type: digits, length: 2, initial: "42" }
        known: { type: boolean, initial: false }
        sure: { type: boolean }
      tools:
        find:
          use: shop.find
          with: { number: "${number}" }
          save: { known: result.found }
          tell: Number ${number} is ${result.text}; known, ${known}.
        look: { use: shop.find, with: { number: "1" }, tell: "Then ${result.text}." }
        quiet: { use: shop.find, with: { number: "2" } }
      defaults:
        on: { tool.failed: out, tool.timeout: out, tool.not_found: out }
      states:
        desk:
          prompt: What can I do?
          tools: [find]
          choices:
            twice: { caller: wants both, dtmf: "1", goto: twice }
            asks: { caller: is asked, dtmf: "2", goto: asks }
            none: { caller: wants nothing, dtmf: "3", goto: none }
        twice:
          run: [find, look]
          next: on_the_way
        on_the_way:
          say: One moment.
          next: menu
        menu:
          before: quiet
          prompt: Go on.
          choices:
            back: { caller: goes back, dtmf: "9", goto: desk }
        asks:
          before: find
          collect:
            sure: { ask: "Are you sure?" }
          next: menu
          on: { attempts_exhausted: out }
        none:
          run: quiet
          next: menu
        out: { hangup: out }
      """;

  private static Done found(String text) {
    return new Done(
        Value.Fields.of("found", new Value.Bool(true)).with("text", new Value.Text(text)));
  }

  private static List<String> notes(TestCall call) {
    return call.of(LetModelSpeak.class).stream().map(LetModelSpeak::note).toList();
  }

  private static String guidance(TestCall call) {
    return call.of(ConfigureVoice.class).getFirst().setup().guidance();
  }

  @Test
  void the_answers_of_a_run_are_told_in_the_next_state_in_which_the_model_opens() {
    var call = TestCall.answered(FLOW).presses("1").returns(found("free"));
    assertThat(notes(call)).isEmpty();

    call.returns(found("taken")).returns(found("nothing"));

    assertThat(call.in()).isEqualTo("menu");
    assertThat(notes(call)).containsExactly("Number 4 2 is free; known, yes.\nThen taken.");
    assertThat(guidance(call)).isEqualTo("Go on.");
  }

  @Test
  void what_was_told_is_not_told_again() {
    var call = TestCall.answered(FLOW).presses("1").returns(found("free")).returns(found("taken"));
    call.returns(found("nothing"));

    call.presses("9");

    assertThat(call.in()).isEqualTo("desk");
    assertThat(notes(call)).containsExactly("");
  }

  @Test
  void a_tool_without_tell_keeps_its_answer_from_the_model() {
    var call = TestCall.answered(FLOW).presses("3").returns(found("free")).returns(found("taken"));

    assertThat(call.in()).isEqualTo("menu");
    assertThat(notes(call)).containsExactly("");
  }

  @Test
  void a_tool_that_failed_has_nothing_to_tell() {
    var call = TestCall.answered(FLOW).presses("1").returns(found("free"));

    call.returns(new ToolResult.Refused("not_found", "nobody"));

    assertThat(call.state.untold()).isEqualTo("Number 4 2 is free; known, yes.");
  }

  @Test
  void the_model_is_not_told_twice_of_a_tool_it_called_itself() {
    var call = TestCall.answered(FLOW).modelCalls("find", Value.Fields.NONE).returns(found("free"));

    assertThat(call.state.untold()).isEmpty();
  }

  @Test
  void where_the_flow_asks_first_the_guidance_tells_it_for_as_long_as_the_state_lasts() {
    var call = TestCall.answered(FLOW).presses("2").returns(found("free"));

    assertThat(call.said()).containsExactly("Are you sure?");
    assertThat(notes(call)).isEmpty();
    assertThat(guidance(call)).isEqualTo("Number 4 2 is free; known, yes.");
    assertThat(call.state.untold()).isEmpty();

    call.happens(new Event.VoiceLost(call.now(), "1006"));
    assertThat(guidance(call)).isEqualTo("Number 4 2 is free; known, yes.");
  }

  @Test
  void what_nobody_could_be_told_because_the_call_went_on_is_told_later() {
    var interpreter =
        new Interpreter(
            TestCall.program(
                FLOW.replace("start: desk", "start: menu2")
                    + """
                      menu2:
                        before: find
                        prompt: Go on.
                        choices:
                          back: { caller: goes back, dtmf: "9", goto: desk }
                    """));
    var at = Instant.parse("2026-03-02T09:00:00Z");
    var state =
        interpreter
            .step(interpreter.initial(new CallId("c")), new Event.CallStarted(at, CallInfo.UNKNOWN))
            .state();
    var id = state.pendingTools().firstEntry().getKey();
    state = interpreter.step(state, new Event.ToolReturned(at, id, found("free"))).state();

    state = interpreter.step(state, new Event.DigitPressed(at, '9')).state();
    var step = interpreter.step(state, new Event.VoiceReady(at, state.visit()));

    assertThat(step.commands())
        .contains(
            new Command.LetModelSpeak(step.state().visit(), "Number 4 2 is free; known, yes."));
  }
}
