package callflow.simulator.drive;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.CallInfo;
import callflow.engine.interpret.Interpreter;
import callflow.simulator.rehearsal.RehearsalModel;
import callflow.simulator.scenario.Northwind;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A tool the model asked for waits for the caller's yes, and the model's turn waits with it.
class WaitingForAYesTest {
  private static final String FLOW =
      """
      flow: donations
      start: desk
      tools:
        donate:
          use: billing.pay
          describe: Takes a donation.
          caller: wants to give something
          examples: [I want to donate]
          with: { customer_id: C7 }
          confirm: Shall I take it from your account?
      states:
        desk:
          prompt: Ask how you can help.
          tools: [donate]
          on: { tool.failed: end, tool.unknown: end, tool.declined: end }
          choices:
            bye:
              caller: has nothing else
              examples: [bye]
              goto: end
        end:
          say: Goodbye.
          hangup: done
      """;

  private final SimulatedCall call =
      new SimulatedCall(
          new Interpreter(Northwind.flow(FLOW)),
          new RehearsalModel(),
          ScriptedReplies.of(Northwind.connectors()),
          Instant.parse("2026-03-02T10:00:00Z"),
          CallInfo.UNKNOWN);

  @BeforeEach
  void the_caller_wants_to_donate() {
    call.begin();
    call.callerSays("I want to donate");
    call.callerSays("twenty euros");
  }

  @Test
  void the_question_is_asked_before_the_connector_is() {
    assertThat(call.transcript().said()).endsWith("Shall I take it from your account?");
    assertThat(call.transcript().all(Line.ToolCalled.class)).isEmpty();
  }

  @Test
  void after_the_yes_the_model_goes_on_with_the_answer() {
    call.callerSays("yes please");

    assertThat(call.transcript().all(Line.ToolCalled.class)).hasSize(1);
    assertThat(call.transcript().said())
        .endsWith("Shall I take it from your account?", "Here is what I found: receipt is R-1042.");
  }

  @Test
  void an_unclear_answer_is_asked_again_and_the_model_still_gets_its_answer() {
    call.callerSays("what for");
    call.callerSays("yes");

    assertThat(call.transcript().said())
        .endsWith(
            "Shall I take it from your account?",
            "Shall I take it from your account?",
            "Here is what I found: receipt is R-1042.");
  }
}
