package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
  @TempDir Path folder;

  @Test
  void the_shipped_scenarios_pass() {
    var run = CommandLineRun.of("test", "../../flows");

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).contains("all passed").doesNotContain("FAIL");
  }

  @Test
  void a_failure_shows_its_line_what_was_expected_and_the_call_up_to_there() throws IOException {
    var workplace = Workplace.in(folder);
    workplace.change(folder.resolve("closed.scenario.yaml"), "ended: closed", "ended: nobody_free");

    var run = CommandLineRun.of("test", folder.toString());

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.out())
        .contains("FAIL")
        .contains("closed.scenario.yaml:6:")
        .contains("expected:")
        .contains("actual:")
        .contains("Agent: Our office is closed just now.")
        .contains("1 failed");
  }

  @Test
  void a_scenario_that_names_what_does_not_exist_is_an_error_at_its_place() throws IOException {
    var workplace = Workplace.in(folder);
    workplace.change(folder.resolve("agent.scenario.yaml"), "state: identify", "state: identfy");

    var run = CommandLineRun.of("test", folder.toString());

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.err()).contains("[unknown-state]").contains("did you mean `identify`");
    assertThat(run.out()).contains("1 not played");
  }

  @Test
  void one_scenario_can_be_played_by_its_name() throws IOException {
    Workplace.in(folder);

    var run = CommandLineRun.of("test", folder.resolve("silent.scenario.yaml").toString());

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("1 scenario, all passed");
  }

  @Test
  void a_scenario_of_an_unknown_flow_says_which_flows_there_are() throws IOException {
    var workplace = Workplace.in(folder);
    workplace.write(
        "other.scenario.yaml", "scenario: x\nflow: northwind-biling\nsteps:\n  - press: \"1\"\n");

    var run = CommandLineRun.of("test", folder.toString());

    assertThat(run.err()).contains("[unknown-flow]").contains("did you mean `northwind-billing`");
  }

  @Test
  void a_folder_without_scenarios_is_no_silent_success() throws IOException {
    Workplace.in(folder);
    try (var files = java.nio.file.Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().contains("scenario")).toList()) {
        java.nio.file.Files.delete(file);
      }
    }

    var run = CommandLineRun.of("test", folder.toString());

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.out()).contains("There are no scenarios");
  }
}
