package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Command;
import callflow.engine.call.Command.InvokeTool;
import callflow.engine.call.Event;
import callflow.engine.call.Taken;
import callflow.value.ToolResult;
import callflow.value.ToolResult.Broken;
import callflow.value.ToolResult.Kind;
import callflow.value.Value;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// When a tool is offered, how often it is asked, and what is said of its answer.
class ToolManagementTest {
  private static final String FLOW =
      """
      start: menu
      variables:
        number: { type: digits, length: 4 }
      tools:
        find:
          use: shop.find
          with: { number: "1234" }
          retry: 2
          offered_when: known(number)
          say_result: I have found ${result.text}.
      after_call: find
      defaults:
        silence:
          - after: 7s
            goto: bye
        on: { tool.failed: bye, tool.timeout: bye, tool.denied: bye, tool.not_found: bye }
      states:
        menu:
          prompt: Talk.
          collect: { number: {} }
          tools: find
          next: look
          on: { attempts_exhausted: bye }
        look:
          run: find
          next: bye
        bye:
          say: Goodbye.
          hangup: done
      """;

  private static final Broken LOST = new Broken(Kind.UNREACHABLE, "gone", true);

  @Test
  void it_is_neither_offered_nor_allowed_before_its_condition_holds() {
    var call = TestCall.answered(FLOW);

    assertThat(offered(call)).isEmpty();
    call.modelCalls("find", Value.Fields.NONE);
    assertThat(call.refusals()).containsExactly("not_offered");
  }

  @Test
  void a_value_the_caller_gives_brings_it_on_offer_at_once() {
    var call = TestCall.answered(FLOW).modelFills("number", "1234");

    assertThat(offered(call)).containsExactly("find");
  }

  @Test
  void what_can_not_be_reached_is_asked_again_as_the_same_action() {
    var call = looking();
    var first = call.of(InvokeTool.class).getFirst();

    call.returns(LOST);
    assertThat(call.of(InvokeTool.class)).containsExactly(first);
    assertThat(call.taken(Taken.Retried.class)).hasSize(1);
    call.returns(LOST);
    assertThat(call.of(InvokeTool.class)).containsExactly(first);
    call.returns(LOST);
    assertThat(call.in()).isEqualTo("(none)");
    assertThat(call.said()).containsExactly("Goodbye.");
  }

  @Test
  void an_answer_is_not_asked_for_again() {
    var call = looking().returns(new ToolResult.Refused("not_found", "Nobody."));

    assertThat(call.taken(Taken.Retried.class)).isEmpty();
  }

  @Test
  void the_answer_is_said_word_for_word() {
    var call = looking().returns(found());

    assertThat(call.said()).containsExactly("I have found Ann.", "Goodbye.");
  }

  @Test
  void a_model_that_asked_is_told_what_the_caller_has_heard() {
    var call = TestCall.answered(FLOW).modelFills("number", "1234");
    call.modelCalls("find", Value.Fields.NONE).returns(found());

    assertThat(call.said()).containsExactly("I have found Ann.");
    assertThat(call.of(Command.AnswerTool.class).getFirst().result())
        .isEqualTo(
            new ToolResult.Done(
                Value.Fields.of("text", new Value.Text("Ann"))
                    .with("said_to_the_caller", new Value.Text("I have found Ann."))));
  }

  @Test
  void it_is_asked_again_after_the_call_too_and_nothing_is_said_then() {
    var call = TestCall.answered(FLOW).happens(new Event.CallerHungUp(Instant.EPOCH));

    call.returns(LOST);
    assertThat(call.invoked()).containsExactly("find");
    call.returns(found());
    assertThat(call.said()).isEmpty();
  }

  private static TestCall looking() {
    var call = TestCall.answered(FLOW).callerSays("1234").modelFills("number", "1234").turnEnds();
    assertThat(call.in()).isEqualTo("look");
    return call;
  }

  private static ToolResult found() {
    return new ToolResult.Done(Value.Fields.of("text", new Value.Text("Ann")));
  }

  private static java.util.List<String> offered(TestCall call) {
    var setup = call.of(Command.ConfigureVoice.class).getLast().setup();
    return setup.tools().keySet().stream().map(callflow.value.ToolName::value).toList();
  }
}
