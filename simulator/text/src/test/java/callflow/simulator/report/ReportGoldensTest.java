package callflow.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.simulator.Goldens;
import callflow.simulator.scenario.Northwind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What authors read about a scenario, word for word.
class ReportGoldensTest {

  @TestFactory
  Stream<DynamicTest> a_result_is_told_as_expected() {
    return Goldens.in("report", ".scenario.yaml", ReportGoldensTest::told);
  }

  @Test
  void the_shipped_call_with_a_lost_answer_reads_like_a_conversation() {
    var scenario =
        Northwind.scenario(Northwind.read(Northwind.FOLDER.resolve("lost-answer.scenario.yaml")));

    var text = TranscriptText.of(Northwind.program(), Northwind.run(scenario).transcript());

    Goldens.compare(Path.of("src/test/resources/report/lost-answer.transcript.expected"), text);
  }

  @Test
  void a_summary_counts_what_failed() {
    var fine =
        Northwind.run(
            Northwind.scenario("scenario: a\nflow: northwind-billing\nsteps: [hangup: caller]"));
    var failed =
        Northwind.run(
            Northwind.scenario(
                "scenario: b\nflow: northwind-billing\nsteps: [expect: { state: menu }]"));

    assertThat(ScenarioReport.summary(List.of(fine))).isEqualTo("1 scenario, all passed");
    assertThat(ScenarioReport.summary(List.of(fine, failed))).isEqualTo("2 scenarios, 1 failed");
  }

  private static String told(Path file) {
    var source = Northwind.read(file);
    var result = Northwind.run(Northwind.scenario(source));
    String failure = ScenarioReport.failure(result, Northwind.program(), source);
    String call = TranscriptText.of(Northwind.program(), result.transcript());
    return ScenarioReport.line(result) + "\n" + (failure.isEmpty() ? call : failure);
  }
}
