package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.simulator.scenario.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
  void a_fault_of_ours_costs_one_scenario_and_the_others_are_played() throws IOException {
    Workplace.in(folder);
    var command =
        new TestCommand(scenario -> {
          if (scenario.file().name().span().file().endsWith("closed.scenario.yaml")) {
            throw new IllegalStateException("no such program");
          }
          return new ScenarioRunner(scenario.program(), scenario.flow().connectors())
              .run(scenario.file());
        });

    var run = CommandLineRun.of(new CommandLine(command), folder.toString());

    assertThat(run.exit()).isEqualTo(Main.OUR_FAILURE);
    assertThat(run.out())
        .containsPattern("FAIL  .*closed.scenario.yaml: .*callflow itself failed")
        .containsPattern("ok    .*silent.scenario.yaml")
        .contains("all passed; 1 broken off because callflow itself failed");
    assertThat(run.err()).contains("no such program");
  }

  @Test
  void a_scenario_in_a_year_nobody_calls_in_is_an_error_at_its_place() throws IOException {
    Workplace.in(folder)
        .write(
            "far.scenario.yaml",
            """
            scenario: far away
            flow: northwind-billing
            at: +999999999-12-31T10:00:00Z
            steps:
              - silence: 1h
            """);

    var run = CommandLineRun.of("test", folder.toString());

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.err()).contains("far.scenario.yaml:3:5: error: `at` needs a year from 1970");
    assertThat(run.out()).contains("1 not played");
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
