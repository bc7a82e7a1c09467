package callflow.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.program.Program;
import callflow.simulator.report.TranscriptText;
import org.junit.jupiter.api.Test;

/// What a flow does after the call is played and can be expected, however the call ended.
class AfterCallTest {
  private static final Program FLOW =
      Northwind.flow(
          """
          flow: northwind-billing
          start: menu
          variables:
            account: { type: digits, length: 8, initial: "12345678" }
          tools:
            log_call:
              use: billing.get_balance
              with: { customer_id: "${call.outcome} in ${state.name}" }
            look_back:
              use: billing.find_customer
              with: { account: "${account}", born: "1990-02-02" }
              requires: call.outcome == 'caller_hung_up'
          after_call: [log_call, look_back]
          transfers:
            team: { to: "+4930123456" }
          states:
            menu:
              prompt: Ask what is wanted.
              choices:
                done: { caller: has nothing else, dtmf: "1", goto: bye }
                person: { caller: wants a person, dtmf: "0", goto: person }
            person:
              transfer: team
              on: { busy: bye, no_answer: bye, declined: bye, voicemail: bye, failed: bye }
            bye:
              say: Goodbye.
              hangup: done
          """);

  private static ScenarioResult play(String connectors, String steps) {
    var scenario =
        Northwind.scenario(
            "scenario: a\nflow: northwind-billing\nconnectors:\n" + connectors + steps);
    assertThat(ScenarioChecker.check(scenario, FLOW)).isEmpty();
    return new ScenarioRunner(FLOW, Northwind.connectors()).run(scenario);
  }

  private static final String FINE = "  billing.get_balance: [{ reply: { open: \"1.00\" } }]\n";

  @Test
  void after_the_caller_hung_up() {
    var result =
        play(
            FINE,
            """
            steps:
              - hangup: caller
              - expect:
                  ended: caller_hung_up
                  called:
                    log_call: { customer_id: caller_hung_up in menu }
                    look_back: { account: "12345678" }
            """);

    assertThat(result.failures()).isEmpty();
    assertThat(result.warnings()).isEmpty();
    assertThat(TranscriptText.of(FLOW, result.transcript()))
        .isEqualTo(
            """
            [menu]
            Agent: How can I help? You can say “has nothing else” or “wants a person”.
            Caller hangs up
            (the call ended: caller_hung_up)
              log_call { customer_id: caller_hung_up in menu }
              look_back { account: 12345678, born: *** }
              log_call -> { open: 1 }
              look_back -> { matched: true, customer: { id: ***, name: *** } }
            """);
  }

  @Test
  void after_the_flow_hung_up() {
    var result =
        play(
            FINE,
            """
            steps:
              - press: "1"
              - expect:
                  ended: done
                  called: { log_call: { customer_id: done in bye } }
                  refused: look_back
                  not_called: look_back
            """);

    assertThat(result.failures()).isEmpty();
  }

  @Test
  void after_somebody_has_taken_the_caller() {
    var result =
        play(
            FINE,
            """
            steps:
              - press: "0"
              - expect: { ended: transferred, called: { log_call: { customer_id: transferred in person } } }
            """);

    assertThat(result.failures()).isEmpty();
  }

  @Test
  void a_system_that_does_not_answer_keeps_nobody() {
    var result =
        play(
            "  billing.get_balance: [{ fail: timeout }]\n",
            "steps: [{ press: \"1\" }, { expect: { ended: done, called: log_call } }]\n");

    assertThat(result.failures()).isEmpty();
    assertThat(TranscriptText.of(FLOW, result.transcript()))
        .endsWith("log_call -> timeout: `billing.get_balance` did not answer\n");
  }
}
