package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.CallState.Origin;
import callflow.engine.call.Command;
import callflow.engine.call.Command.CancelTimer;
import callflow.engine.call.Command.HangUp;
import callflow.engine.call.Command.InvokeTool;
import callflow.engine.call.Event;
import callflow.engine.call.Taken;
import callflow.engine.call.TimerId;
import callflow.engine.call.TransferOutcome;
import callflow.value.ToolCallId;
import callflow.value.ToolResult;
import callflow.value.ToolResult.Broken;
import callflow.value.ToolResult.Done;
import callflow.value.ToolResult.Kind;
import callflow.value.Value;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AfterCallTest {
  private static final String FLOW =
      """
      start: desk
      variables:
        found: { type: boolean, initial: false }
        number: { type: text }
      tools:
        log: { use: shop.note, with: { text: "${call.outcome} in ${state.name}" } }
        look: { use: shop.find, with: { number: "${call.from}" } }
        file: { use: shop.find, with: { number: "${number}" } }
        find: { use: shop.find, with: { number: N1 }, save: { found: result.found } }
        note: { use: shop.note, with: { text: hi } }
      after_call: [log, look]
      defaults:
        on: { tool.failed: desk, tool.unknown: desk }
      transfers:
        team: { to: "+4930123456" }
      states:
        desk:
          prompt: Ask.
          tools: [find, note]
          choices:
            pay: { caller: wants to pay, dtmf: "1", goto: paid }
            person: { caller: wants a person, dtmf: "0", goto: person }
        paid:
          say: Thank you.
          hangup: paid
        person:
          transfer: team
          on: { busy: desk, no_answer: desk, declined: desk, voicemail: desk, failed: desk }
      """;

  private static String logged(TestCall call) {
    return call.of(InvokeTool.class).getFirst().arguments().get("text").orElseThrow().toString();
  }

  @Test
  void it_runs_when_the_flow_hangs_up_without_waiting_for_the_line() {
    var call = TestCall.answered(FLOW).presses("1");

    assertThat(call.invoked()).containsExactly("log", "look");
    assertThat(logged(call)).isEqualTo("paid in paid");
    assertThat(call.of(Command.class)).last().isInstanceOf(HangUp.class);
  }

  @Test
  void it_runs_when_the_caller_hangs_up() {
    var call = TestCall.answered(FLOW).happens(new Event.CallerHungUp(hour()));

    assertThat(call.invoked()).containsExactly("log", "look");
    assertThat(logged(call)).isEqualTo("caller_hung_up in desk");
    assertThat(call.of(HangUp.class)).isEmpty();
  }

  @Test
  void it_runs_when_somebody_has_taken_the_caller() {
    var call = TestCall.answered(FLOW).presses("0");
    assertThat(call.invoked()).isEmpty();

    call.transferEnds(TransferOutcome.ANSWERED);

    assertThat(call.invoked()).containsExactly("log", "look");
    assertThat(logged(call)).isEqualTo("transferred in person");
  }

  @Test
  void it_runs_when_the_call_has_taken_too_long() {
    var call = TestCall.answered(FLOW).fires(TimerId.CALL);

    assertThat(call.invoked()).containsExactly("log", "look");
    assertThat(logged(call)).isEqualTo("failed in desk");
  }

  @Test
  void a_call_that_has_ended_already_does_not_end_again() {
    var call = TestCall.answered(FLOW).presses("1");

    call.happens(new Event.CallerHungUp(hour()));
    assertThat(call.invoked()).isEmpty();
    call.transferEnds(TransferOutcome.ANSWERED);
    assertThat(call.invoked()).isEmpty();
  }

  @Test
  void each_tool_has_a_key_of_its_own_and_no_clock_runs_any_more() {
    var call = TestCall.answered(FLOW).presses("1");

    assertThat(call.of(InvokeTool.class)).extracting(InvokeTool::key).doesNotHaveDuplicates();
    assertThat(call.of(CancelTimer.class)).isNotEmpty();
    assertThat(call.state.timers()).isEmpty();
  }

  @Test
  void look_ups_of_the_call_are_dropped_and_its_changes_and_the_last_tools_awaited() {
    var call = TestCall.answered(FLOW).modelCalls("find", Value.Fields.NONE);
    call.modelCalls("note", Value.Fields.NONE);

    call.happens(new Event.CallerHungUp(hour()));

    assertThat(call.state.pendingTools().values())
        .extracting(tool -> tool.tool().value() + " " + tool.origin())
        .containsExactly("note " + Origin.MODEL, "log " + Origin.AFTER, "look " + Origin.AFTER);
  }

  @Test
  void what_they_answer_is_recorded_and_nothing_else() {
    var call = TestCall.answered(FLOW.replace("log, look", "log, find"));
    call.happens(new Event.CallerHungUp(hour()));

    call.returns(new Done(Value.Fields.of("found", new Value.Bool(true))));

    assertThat(call.taken(Taken.Returned.class)).hasSize(1);
    assertThat(call.taken(Taken.Ignored.class)).isEmpty();
    assertThat(call.of(Command.class)).isEmpty();
    assertThat(call.value("found")).contains("false");
  }

  @Test
  void one_that_fails_changes_nothing() {
    var call = TestCall.answered(FLOW).presses("1");
    var ended = call.state.phase();
    var log = call.state.pendingTools().firstEntry().getKey();

    call.happens(new Event.ToolReturned(hour(), log, new Broken(Kind.TIMEOUT, "slow", true)));

    assertThat(call.taken(Taken.Returned.class).getFirst().result())
        .isInstanceOf(ToolResult.Unknown.class);
    assertThat(call.of(Command.class)).isEmpty();
    assertThat(call.state.phase()).isEqualTo(ended);
    assertThat(call.state.pendingTools()).hasSize(1).doesNotContainKey(log);
  }

  @Test
  void an_answer_of_one_nobody_asked_for_is_ignored() {
    var call = TestCall.answered(FLOW).presses("1");

    call.happens(new Event.ToolReturned(hour(), new ToolCallId("x"), new Done(Value.Fields.NONE)));

    assertThat(call.taken(Taken.Returned.class)).isEmpty();
    assertThat(call.taken(Taken.Ignored.class)).hasSize(1);
  }

  @Test
  void one_whose_condition_does_not_hold_is_passed_over() {
    String praise =
        "  praise: { use: shop.note, with: { text: x }, requires: call.outcome == 'paid' }\n";
    var flow = FLOW.replace("log, look", "praise, log").replace("tools:\n", "tools:\n" + praise);

    var hungUp = TestCall.answered(flow).happens(new Event.CallerHungUp(hour()));
    var paid = TestCall.answered(flow).presses("1");

    assertThat(hungUp.refusals()).containsExactly("requires");
    assertThat(hungUp.invoked()).containsExactly("log");
    assertThat(paid.invoked()).containsExactly("praise", "log");
  }

  @Test
  void one_that_lacks_a_value_is_passed_over() {
    var call = TestCall.answered(FLOW.replace("log, look", "file, log")).presses("1");

    assertThat(call.refusals()).containsExactly("bad_arguments");
    assertThat(call.invoked()).containsExactly("log");
  }

  @Test
  void the_policies_of_the_flow_hold_after_the_call_too() {
    var policy =
        """
        policies:
          - name: only those we know
            never: { tool: log }
            unless: found
        """;

    var call = TestCall.answered(FLOW + policy).presses("1");

    assertThat(call.refusals()).containsExactly("policy");
    assertThat(call.invoked()).containsExactly("look");
  }

  @Test
  void a_filler_is_for_callers_only() {
    var flow = FLOW.replace("with: { text: hi }", "with: { text: hi }, filler: Wait.");

    var call = TestCall.answered(flow.replace("log, look", "log, note")).presses("1");

    assertThat(call.invoked()).containsExactly("log", "note");
    assertThat(call.said()).containsExactly("Thank you.");
  }

  private static Instant hour() {
    return Instant.parse("2026-03-02T10:00:00Z");
  }
}
