package callflow.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.simulator.report.ScenarioReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The shipped flow does what its scenarios say.
class NorthwindScenariosTest {
  static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(Northwind.FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".scenario.yaml")).sorted().toList();
    }
  }

  @Test
  void there_are_scenarios_to_play() throws IOException {
    assertThat(scenarios()).hasSizeGreaterThanOrEqualTo(9);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void plays_as_written(Path file) {
    var source = Northwind.read(file);
    var scenario = Northwind.scenario(source);

    var findings = ScenarioChecker.check(scenario, Northwind.program());
    var result = Northwind.run(scenario);

    assertThat(findings).isEmpty();
    assertThat(ScenarioReport.failure(result, Northwind.program(), source)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void plays_the_same_way_twice(Path file) {
    var scenario = Northwind.scenario(Northwind.read(file));

    assertThat(Northwind.run(scenario).transcript())
        .isEqualTo(Northwind.run(scenario).transcript());
  }
}
