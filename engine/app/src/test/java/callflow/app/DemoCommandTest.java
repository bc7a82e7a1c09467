package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir Path folder;

  @Test
  void a_short_call_is_played_and_told_as_it_happens() throws IOException {
    var workplace = Workplace.in(folder);
    var scenario =
        workplace.write(
            "short.scenario.yaml",
            """
            scenario: asks for a person at once
            flow: northwind-billing
            at: 2026-03-02T10:00:00+01:00
            steps:
              - expect: { state: identify, said: Welcome to Northwind Energy. }
              - press: "0"
              - expect: { transfer: billing_team }
              - transfer: answered
            """);

    var run = CommandLineRun.of("demo", scenario.toString());

    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("Agent: Welcome to Northwind Energy.")
        .contains("✓ transfer billing_team")
        .contains("(the carrier dials +4930123456")
        .contains("A whole phone call over real sockets");
  }

  @Test
  void a_scenario_in_which_the_model_acts_by_itself_is_refused() {
    var run = CommandLineRun.of("demo", "../../flows/northwind-billing/lost-answer.scenario.yaml");

    assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("can't be played live");
  }

  @Test
  void an_unknown_dialect_is_wrong_usage() {
    var run = CommandLineRun.of("demo", "--dialect", "morse");

    assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("`--dialect` is realtime or voice-agent, not `morse`");
  }
}
