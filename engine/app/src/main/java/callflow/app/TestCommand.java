package callflow.app;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.TextRenderer;
import callflow.simulator.report.ScenarioReport;
import callflow.simulator.scenario.ScenarioResult;
import callflow.simulator.scenario.ScenarioRunner;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `callflow test`: plays scenarios on virtual time and says which went otherwise than written.
@Command(
    name = "test",
    description = "Plays scenarios and says which went otherwise than they say.",
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Folders, or files ending in .scenario.yaml.")
  private List<Path> paths;

  @Option(
      names = "--live",
      description = "Ask the real connectors instead of the replies in the scenarios.")
  private boolean live;

  private final Function<Project.Scenario, ScenarioResult> player;

  TestCommand() {
    this(scenario -> runner(scenario).run(scenario.file()));
  }

  /// Plays scenarios with prepared replies in another way.
  TestCommand(Function<Project.Scenario, ScenarioResult> player) {
    this.player = player;
  }

  @Override
  public Integer call() {
    var project = Projects.load(spec, paths);
    var out = spec.commandLine().getOut();
    boolean sound = reportErrors(project);
    if (project.scenarioFiles() == 0) {
      out.println("There are no scenarios; their file names end in `.scenario.yaml`.");
      return Main.FINDINGS;
    }
    var results = new ArrayList<ScenarioResult>();
    int faults = 0;
    for (var scenario : project.scenarios()) {
      try {
        sound &= play(project, scenario, results);
      } catch (RuntimeException fault) {
        faults++;
        showFault(scenario, fault);
      }
    }
    out.println();
    out.println(summary(project, results, faults));
    out.flush();
    if (faults > 0) return Main.OUR_FAILURE;
    return sound && results.stream().allMatch(ScenarioResult::passed) ? Main.FINE : Main.FINDINGS;
  }

  /// Whether the scenario could be played; how it came out is in `results`.
  private boolean play(Project project, Project.Scenario scenario, List<ScenarioResult> results) {
    if (live) return playLive(project, scenario, results);
    results.add(show(project, scenario, player.apply(scenario)));
    return true;
  }

  /// A fault of ours costs one scenario, not all of them.
  private void showFault(Project.Scenario scenario, RuntimeException fault) {
    var line = spec.commandLine();
    line.getOut().println(ScenarioReport.faulted(scenario.file()));
    line.getOut().flush();
    Main.failed(line.getErr(), fault);
  }

  private static ScenarioRunner runner(Project.Scenario scenario) {
    return new ScenarioRunner(scenario.program(), scenario.flow().connectors());
  }

  private boolean playLive(
      Project project, Project.Scenario scenario, List<ScenarioResult> results) {
    try (var benches = Benches.open(scenario.flow().connectors())) {
      if (benches.usable()) {
        results.add(
            show(project, scenario, runner(scenario).run(scenario.file(), benches.bench())));
      } else {
        render(project, benches.findings());
      }
      return benches.usable();
    }
  }

  /// Errors keep a scenario from being played; they are shown once, before all results.
  private boolean reportErrors(Project project) {
    var errors = project.findings().stream().filter(Diagnostic::isError).toList();
    render(project, errors);
    return errors.isEmpty();
  }

  private void render(Project project, List<Diagnostic> findings) {
    if (findings.isEmpty()) return;
    PrintWriter err = spec.commandLine().getErr();
    err.println(new TextRenderer(project::source, Terminals.colour()).render(findings));
    err.flush();
  }

  private ScenarioResult show(Project project, Project.Scenario scenario, ScenarioResult result) {
    var out = spec.commandLine().getOut();
    out.println(ScenarioReport.line(result));
    if (!result.passed()) {
      String file = scenario.file().name().span().file();
      project
          .source(file)
          .ifPresent(source ->
              out.println(ScenarioReport.failure(result, scenario.program(), source).indent(2)));
    }
    render(project, project.heeded(result.warnings()));
    return result;
  }

  private static String summary(Project project, List<ScenarioResult> results, int faults) {
    int notPlayed = project.scenarioFiles() - results.size() - faults;
    if (results.isEmpty() && faults == 0 && notPlayed > 0) {
      return "nothing to pass or fail: " + notPlayed + " not played because of the errors above";
    }
    return ScenarioReport.summary(results)
        + (notPlayed == 0 ? "" : "; " + notPlayed + " not played because of the errors above")
        + (faults == 0 ? "" : "; " + faults + " broken off because callflow itself failed");
  }
}
