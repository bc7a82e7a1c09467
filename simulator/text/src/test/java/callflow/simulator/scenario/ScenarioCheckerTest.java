package callflow.simulator.scenario;

import callflow.diagnostic.TextRenderer;
import callflow.simulator.Goldens;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What authors read about scenarios that can't be played, word for word.
class ScenarioCheckerTest {
  @TestFactory
  Stream<DynamicTest> a_scenario_that_names_what_is_not_there_is_answered_as_expected() {
    return Goldens.in("check", ".scenario.yaml", ScenarioCheckerTest::findings);
  }

  private static String findings(Path file) {
    var source = Northwind.read(file);
    var found = ScenarioChecker.check(Northwind.scenario(source), Northwind.program());
    return new TextRenderer(_ -> Optional.of(source), false).render(found);
  }
}
