package callflow.simulator.scenario;

import callflow.diagnostic.Diagnostic;
import callflow.simulator.drive.Transcript;
import callflow.syntax.ScenarioFile;
import java.util.List;

/// What came of one scenario.
///
/// @param failures what failed in one step, the first written first; empty when everything was as
///   expected
/// @param heard why the model did what it did with the caller's last words, one sentence each;
///   empty when it doesn't say
/// @param warnings what the scenario's author should look at nevertheless
public record ScenarioResult(
    ScenarioFile scenario,
    List<Failure> failures,
    Transcript transcript,
    List<String> heard,
    List<Diagnostic> warnings) {
  public ScenarioResult {
    failures = List.copyOf(failures);
    heard = List.copyOf(heard);
    warnings = List.copyOf(warnings);
  }

  ScenarioResult withWarnings(List<Diagnostic> found) {
    return new ScenarioResult(scenario, failures, transcript, heard, found);
  }

  public boolean passed() {
    return failures.isEmpty();
  }
}
