package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.CallId;
import callflow.engine.call.CallInfo;
import callflow.engine.call.CallState.Phase;
import callflow.engine.call.Command.AnswerTool;
import callflow.engine.call.Command.InvokeTool;
import callflow.engine.call.Event;
import callflow.engine.call.Taken;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.ToolResult.Broken;
import callflow.value.ToolResult.Done;
import callflow.value.ToolResult.Kind;
import callflow.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToolTest {
  private static final String FLOW =
      """
      start: desk
      variables:
        number: { type: text, initial: N1 }
        found: { type: boolean, initial: false }
        amount: { type: money, currency: EUR, initial: 20 }
      tools:
        find:
          use: shop.find
          with: { number: "${number}" }
          save: { found: result.found }
        note: { use: shop.note, requires: found }
        sell:
          use: shop.pay
          with: { amount: "${amount}" }
          requires: found
          confirm: Really?
        pay:
          use: shop.pay
          with: { amount: "${amount}" }
          confirm: Shall I pay ${amount}?
          filler: One moment.
      defaults:
        on:
          tool.failed: broken
          tool.timeout: slow
          tool.unknown: unclear
          tool.declined: desk
      policies:
        - name: pay only after a look-up
          never: { tool: pay }
          unless: found
        - name: pay only after a yes
          never: { tool: pay }
          unless: confirmed('pay')
      anywhere:
        - caller: wants out
          goto: out
      states:
        desk:
          prompt: What can I do?
          tools: [find, note, pay, sell]
          choices:
            settle: { caller: wants to pay, dtmf: "1", goto: settle }
        settle:
          collect: { amount: { attempts: 3 } }
          run: [find, pay]
          next: paid
          on:
            find.not_found: nobody
            attempts_exhausted: broken
        paid: { hangup: paid }
        nobody: { hangup: nobody }
        broken: { hangup: broken }
        slow: { hangup: slow }
        unclear: { hangup: unclear }
        out: { prompt: Bye., choices: { back: { caller: goes back, goto: desk } } }
      """;

  private static Done found(boolean found) {
    return new Done(Value.Fields.copyOf(Map.of("found", new Value.Bool(found))));
  }

  @Test
  void bound_arguments_are_the_flows_and_the_models_own_are_refused() {
    var call = TestCall.answered(FLOW);

    call.modelCalls("find", Value.Fields.of("number", new Value.Text("N2")));
    assertThat(call.refusals()).containsExactly("bad_arguments");

    call.modelCalls("find", Value.Fields.NONE);
    assertThat(call.of(InvokeTool.class).getFirst().arguments())
        .isEqualTo(Value.Fields.of("number", new Value.Text("N1")));
  }

  @Test
  void what_a_tool_requires_is_checked_by_the_engine() {
    var call = TestCall.answered(FLOW);

    call.modelCalls("note", Value.Fields.of("text", new Value.Text("hi")));

    assertThat(call.refusals()).containsExactly("requires");
    assertThat(call.invoked()).isEmpty();
  }

  @Test
  void results_are_kept_and_told_to_the_model() {
    var call = TestCall.answered(FLOW).modelCalls("find", Value.Fields.NONE);

    call.returns(found(true));

    assertThat(call.value("found")).contains("true");
    assertThat(call.of(AnswerTool.class)).hasSize(1);
    assertThat(call.in()).isEqualTo("desk");
  }

  @Test
  void a_missing_argument_is_refused() {
    var call = TestCall.answered(FLOW).modelCalls("find", Value.Fields.NONE).returns(found(true));

    call.modelCalls("note", Value.Fields.NONE);

    assertThat(call.refusals()).containsExactly("bad_arguments");
  }

  @Test
  void the_callers_yes_is_asked_for_word_for_word_and_heard_by_the_engine() {
    var call = TestCall.answered(FLOW).presses("1").returns(found(true));
    assertThat(call.said()).containsExactly("Shall I pay 20 euros?");
    assertThat(call.invoked()).isEmpty();

    call.callerSays("Yes, please.");

    assertThat(call.said()).containsExactly("One moment.");
    assertThat(call.invoked()).containsExactly("pay");
    call.succeeds();
    assertThat(call.state.phase()).hasToString("Ended[reason=HungUp[outcome=paid]]");
  }

  @Test
  void the_model_cannot_say_yes_for_the_caller() {
    var call = TestCall.answered(FLOW).presses("1").returns(found(true));

    call.modelCalls("pay", Value.Fields.NONE);

    assertThat(call.refusals()).containsExactly("not_now");
    assertThat(call.invoked()).isEmpty();
  }

  @Test
  void an_unclear_answer_is_asked_again_and_in_the_end_taken_as_a_no() {
    var call = TestCall.answered(FLOW).presses("1").returns(found(true));

    call.callerSays("what for").turnEnds();
    assertThat(call.said()).containsExactly("Shall I pay 20 euros?");
    call.callerSays("yes, but only ten").turnEnds();
    assertThat(call.said()).containsExactly("Shall I pay 20 euros?");
    call.callerSays("hm").turnEnds();

    assertThat(call.in()).isEqualTo("desk");
    assertThat(call.invoked()).isEmpty();
  }

  private static TestCall asked() {
    return TestCall.answered(FLOW).presses("1").returns(found(true));
  }

  @Test
  void a_key_pressed_before_the_question_was_heard_is_no_yes() {
    assertThat(asked().presses("1").invoked()).isEmpty();
  }

  @Test
  void words_begun_before_the_question_was_put_are_no_answer_to_it() {
    var call = asked();

    call.happens(new Event.CallerSaid(call.now(), "yes"));

    assertThat(call.invoked()).isEmpty();
    assertThat(call.turnEnds().said()).isEmpty();
    assertThat(call.callerSays("yes").invoked()).containsExactly("pay");
  }

  @Test
  void a_question_that_was_cut_off_at_once_is_put_again_before_a_yes_counts() {
    var call = asked();
    call.happens(new Event.CallerInterrupted(call.now(), Duration.ofMillis(100)));

    call.happens(new Event.CallerSaid(call.now(), "yes"));

    assertThat(call.invoked()).isEmpty();
    assertThat(call.turnEnds().said()).containsExactly("Shall I pay 20 euros?");
  }

  @Test
  void a_value_corrected_at_the_question_is_asked_about_anew() {
    var call = asked();

    call.callerSays("no, thirty").modelFills("amount", "30").turnEnds();
    assertThat(call.invoked()).containsExactly("find");
    call.returns(found(true));
    assertThat(call.said()).containsExactly("Shall I pay 30 euros?");

    call.callerSays("yes");
    assertThat(call.of(InvokeTool.class).getFirst().arguments())
        .isEqualTo(Value.Fields.of("amount", Value.Decimal.of(30)));
  }

  @Test
  void what_a_tool_requires_is_looked_at_again_after_the_yes() {
    var call = TestCall.answered(FLOW).modelCalls("find", Value.Fields.NONE).returns(found(true));
    call.modelCalls("sell", Value.Fields.NONE);
    call.modelCalls("find", Value.Fields.NONE);
    assertThat(call.refusals()).containsExactly("not_now");

    call.callerSays("yes");
    assertThat(call.invoked()).containsExactly("sell");
  }

  @Test
  void a_failed_look_up_waits_for_the_change_of_the_same_turn() {
    var call = TestCall.answered(FLOW).modelCalls("find", Value.Fields.NONE).returns(found(true));
    call.modelCalls("note", Value.Fields.of("text", new Value.Text("hi")));
    var note = call.state.pendingTools().lastEntry().getKey();
    call.modelCalls("find", Value.Fields.NONE);

    call.returns(new Broken(Kind.FAILED, "500", false));
    assertThat(call.in()).isEqualTo("desk");

    call.happens(new Event.ToolReturned(call.now(), note, new Broken(Kind.TIMEOUT, "", true)));
    assertThat(call.state.phase()).hasToString("Ended[reason=HungUp[outcome=unclear]]");
  }

  @Test
  void arguments_of_any_size_and_depth_are_refused_and_never_looked_at() {
    Value deep = new Value.Text("x");
    for (int i = 0; i < 20_000; i++) deep = new Value.Items(List.of(deep));
    var huge = new Value.Decimal(new BigDecimal("1E+999999999"));
    var call = TestCall.answered(FLOW);

    call.modelCalls("choose", Value.Fields.of("move", deep));
    assertThat(call.refusals()).containsExactly("bad_arguments");
    call.modelCalls("record", Value.Fields.of("amount", huge));
    assertThat(call.refusals()).containsExactly("bad_arguments");
    call.modelCalls("choose", Value.Fields.of("move", huge));
    assertThat(call.refusals()).containsExactly("bad_arguments");
  }

  @Test
  void keys_can_say_yes_and_no() {
    var yes = asked().playbackEnds().presses("1");
    var no = asked().playbackEnds().presses("2");

    assertThat(yes.invoked()).containsExactly("pay");
    assertThat(no.in()).isEqualTo("desk");
  }

  @Test
  void a_policy_stops_a_tool_even_after_a_yes() {
    var call = TestCall.answered(FLOW).presses("1").returns(found(false));

    call.callerSays("yes");

    assertThat(call.invoked()).isEmpty();
    assertThat(call.refusals()).containsExactly("policy");
    assertThat(call.state.phase()).hasToString("Ended[reason=HungUp[outcome=broken]]");
  }

  @Test
  void a_lost_answer_to_what_cant_be_undone_is_unknown_and_never_repeated() {
    var call = TestCall.answered(FLOW).presses("1").returns(found(true)).callerSays("yes");

    call.returns(new Broken(Kind.TIMEOUT, "no answer", true));

    assertThat(call.state.phase()).hasToString("Ended[reason=HungUp[outcome=unclear]]");
    assertThat(call.invoked()).isEmpty();
  }

  @Test
  void a_slow_look_up_takes_its_own_way() {
    var call = TestCall.answered(FLOW).presses("1");

    call.returns(new Broken(Kind.TIMEOUT, "no answer", true));

    assertThat(call.state.phase()).hasToString("Ended[reason=HungUp[outcome=slow]]");
  }

  @Test
  void a_refusal_by_code_is_handled_by_that_code_before_the_general_way() {
    var call = TestCall.answered(FLOW).presses("1");

    call.returns(new ToolResult.Refused("not_found", "nobody"));

    assertThat(call.state.phase()).hasToString("Ended[reason=HungUp[outcome=nobody]]");
  }

  @Test
  void a_refusal_to_the_model_is_the_models_to_explain() {
    var call = TestCall.answered(FLOW).modelCalls("find", Value.Fields.NONE);

    call.returns(new ToolResult.Refused("not_found", "nobody"));

    assertThat(call.in()).isEqualTo("desk");
    assertThat(call.of(AnswerTool.class).getFirst().result())
        .isInstanceOf(ToolResult.Refused.class);
  }

  @Test
  void the_state_waits_for_all_tools_of_a_turn_before_a_move_the_model_asked_for() {
    var call = TestCall.answered(FLOW).callerSays("find and settle");
    call.modelCalls("find", Value.Fields.NONE).modelChooses("settle").turnEnds();
    assertThat(call.in()).isEqualTo("desk");

    call.returns(found(true)).turnEnds();

    assertThat(call.in()).isEqualTo("settle");
  }

  @Test
  void leaving_at_once_drops_look_ups_and_lets_changes_finish_into_the_record() {
    var call = TestCall.answered(FLOW).modelCalls("find", Value.Fields.NONE).returns(found(true));
    call.modelCalls("find", Value.Fields.NONE);
    call.modelCalls("note", Value.Fields.of("text", new Value.Text("hi")));
    var note = new ToolCallId("m3");

    call.modelChooses("out");
    assertThat(call.in()).isEqualTo("out");
    assertThat(call.state.pendingTools()).containsOnlyKeys(note);

    call.happens(new Event.ToolReturned(call.now(), note, found(false)));
    assertThat(call.taken(Taken.Returned.class)).hasSize(1);
    assertThat(call.in()).isEqualTo("out");
  }

  @Test
  void the_same_request_twice_is_run_once() {
    var call = TestCall.answered(FLOW);
    var request =
        new Event.ToolRequested(
            call.now(), new ToolCallId("x"), new ToolName("find"), Value.Fields.NONE);

    call.happens(request);
    assertThat(call.invoked()).hasSize(1);
    call.happens(request);

    assertThat(call.invoked()).isEmpty();
  }

  @Test
  void requests_before_the_session_is_ready_are_refused() {
    var interpreter = new Interpreter(TestCall.program(FLOW));
    var at = Instant.parse("2026-03-02T09:00:00Z");
    var started =
        interpreter.step(
            interpreter.initial(new CallId("c")), new Event.CallStarted(at, CallInfo.UNKNOWN));

    var step =
        interpreter.step(
            started.state(),
            new Event.ToolRequested(
                at, new ToolCallId("x"), new ToolName("find"), Value.Fields.NONE));

    assertThat(step.commands()).noneMatch(InvokeTool.class::isInstance);
    assertThat(step.state().phase()).isInstanceOf(Phase.Active.class);
  }
}
