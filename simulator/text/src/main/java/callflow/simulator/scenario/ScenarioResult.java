package callflow.simulator.scenario;

import callflow.diagnostic.Diagnostic;
import callflow.simulator.drive.Transcript;
import callflow.syntax.ScenarioFile;
import java.util.List;
import java.util.Optional;

/// What came of one scenario.
///
/// @param failure empty when everything was as expected
/// @param warnings what the scenario's author should look at nevertheless
public record ScenarioResult(
    ScenarioFile scenario,
    Optional<Failure> failure,
    Transcript transcript,
    List<Diagnostic> warnings) {
  public ScenarioResult {
    warnings = List.copyOf(warnings);
  }

  ScenarioResult withWarnings(List<Diagnostic> found) {
    return new ScenarioResult(scenario, failure, transcript, found);
  }

  public boolean passed() {
    return failure.isEmpty();
  }
}
