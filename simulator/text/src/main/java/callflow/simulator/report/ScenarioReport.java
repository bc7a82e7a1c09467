package callflow.simulator.report;

import callflow.program.Program;
import callflow.simulator.drive.Masking;
import callflow.simulator.scenario.Failure;
import callflow.simulator.scenario.ScenarioResult;
import callflow.source.SourceFile;
import callflow.syntax.ScenarioFile;
import java.util.List;

/// The results of scenarios as plain text.
public final class ScenarioReport {
  private ScenarioReport() {}

  /// One line for one scenario: `ok pays.scenario.yaml: asks for the balance`.
  public static String line(ScenarioResult result) {
    return (result.passed() ? "ok    " : "FAIL  ") + title(result.scenario());
  }

  /// The line for a scenario that could not be played to its end: the fault is ours.
  public static String faulted(ScenarioFile scenario) {
    return "FAIL  " + title(scenario) + " (callflow itself failed; the scenario may be fine)";
  }

  private static String title(ScenarioFile scenario) {
    return scenario.name().span().file() + ": " + scenario.name().value();
  }

  /// Why a scenario failed: each line that does not hold with what was expected and what was so,
  /// what the model made of the caller's last words, and the call up to there. Empty when it
  /// passed.
  ///
  /// @param source the scenario's own file
  public static String failure(ScenarioResult result, Program program, SourceFile source) {
    if (result.passed()) return "";
    var masking = Masking.of(program, result.transcript());
    var text = new StringBuilder();
    result.failures().forEach(failure -> text.append(place(failure, source)));
    result
        .heard()
        .forEach(reason -> text.append("  heard:    ").append(masking.reason(reason)).append('\n'));
    text.append("\n  the call up to there:\n");
    return text.append(TranscriptText.of(program, result.transcript()).indent(4)).toString();
  }

  private static String place(Failure failure, SourceFile source) {
    var text = new StringBuilder();
    int number = failure.place().startLine();
    text.append(failure.place()).append('\n');
    text.append("  ").append(number).append(" | ").append(source.line(number).strip()).append('\n');
    text.append("  expected: ").append(failure.expected()).append('\n');
    text.append("  actual:   ").append(failure.actual()).append('\n');
    failure.nearest().ifPresent(near -> text.append("  nearest:  ").append(near).append('\n'));
    return text.toString();
  }

  /// `8 scenarios, all passed` or `8 scenarios, 1 failed`.
  public static String summary(List<ScenarioResult> results) {
    long failed = results.stream().filter(result -> !result.passed()).count();
    String count = results.size() == 1 ? "1 scenario" : results.size() + " scenarios";
    return count + (failed == 0 ? ", all passed" : ", " + failed + " failed");
  }
}
