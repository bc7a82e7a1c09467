package callflow.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.diagnostic.Diagnostic;
import callflow.program.Program;
import callflow.simulator.report.TranscriptText;
import org.junit.jupiter.api.Test;

/// What a call leaves in its record is shown and can be expected.
class RecordTest {
  private static final Program FLOW =
      Northwind.flow(
          """
          flow: northwind-billing
          start: menu
          variables:
            account: { type: digits, length: 8, initial: "12345678" }
            amount: { type: money, currency: EUR, initial: 84.2 }
          report:
            account: ${account}
            amount: ${amount}
          states:
            menu:
              milestone: greeted
              prompt: Ask what is wanted.
              choices:
                done: { caller: has nothing else, dtmf: "1", milestone: through, goto: bye }
            bye:
              say: Goodbye.
              hangup: done
          """);

  private static ScenarioResult play(String expectation) {
    var scenario =
        Northwind.scenario(
            """
            scenario: a
            flow: northwind-billing
            steps:
              - expect: { milestones: [greeted] }
              - silence: 2s
              - press: "1"
              - expect: %s
            """
                .formatted(expectation));
    assertThat(ScenarioChecker.check(scenario, FLOW)).isEmpty();
    return new ScenarioRunner(FLOW, Northwind.connectors()).run(scenario);
  }

  @Test
  void milestones_and_report_are_as_expected() {
    var result =
        play("{ milestones: [greeted, through], report: { account: 12345678, amount: 84.20 } }");

    assertThat(result.failures()).isEmpty();
    assertThat(TranscriptText.of(FLOW, result.transcript()))
        .endsWith(
            """
              milestone through, after 2 s
            [bye]
            Agent: Goodbye.
              report { account: 12345678, amount: 84.2 }
            (the call ended: done)
            """);
  }

  @Test
  void other_milestones_fail() {
    assertThat(play("{ milestones: [through] }").failures())
        .extracting(Failure::actual)
        .containsExactly("it has reached `greeted`, `through`");
  }

  @Test
  void another_value_in_the_report_fails() {
    assertThat(play("{ report: { amount: 85 } }").failures())
        .extracting(Failure::actual)
        .containsExactly("it is 84.2");
  }

  @Test
  void what_the_flow_has_no_word_for_is_found_before_the_call() {
    var scenario =
        Northwind.scenario(
            """
            scenario: a
            flow: northwind-billing
            steps:
              - expect: { milestones: [thruogh], report: { acount: 1 }, ended: over }
            """);

    assertThat(ScenarioChecker.check(scenario, FLOW))
        .extracting(Diagnostic::message)
        .containsExactlyInAnyOrder(
            "there is no milestone `thruogh` in this flow",
            "`report` has no field `acount`",
            "no call of this flow ends with `over`");
  }
}
