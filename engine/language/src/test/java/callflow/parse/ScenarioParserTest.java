package callflow.parse;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.syntax.ReplyDecl.Outcome;
import callflow.syntax.ScenarioFile;
import callflow.syntax.ScenarioFile.Expectation;
import callflow.syntax.ScenarioFile.StepDecl;
import callflow.value.Value;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioParserTest {
  private static ScenarioFile northwind() {
    var parsed = ScenarioParser.parse(Sources.ok("northwind-billing.scenario.yaml"));
    assertThat(parsed.diagnostics()).isEmpty();
    return parsed.value().orElseThrow();
  }

  private static List<Diagnostic> findings(String steps) {
    String text = "scenario: a\nflow: b\nsteps:\n" + steps;
    return ScenarioParser.parse(new SourceFile("a.scenario.yaml", text)).diagnostics();
  }

  @Test
  void a_scenario_names_its_flow_its_moment_and_its_caller() {
    ScenarioFile scenario = northwind();

    assertThat(scenario.flow().value().value()).isEqualTo("northwind-billing");
    assertThat(scenario.at().map(Located::value))
        .contains(OffsetDateTime.parse("2026-03-02T10:00:00+01:00"));
    assertThat(scenario.from().map(Located::value)).contains("+4917012345");
    assertThat(scenario.steps()).hasSize(14);
  }

  @Test
  void a_call_is_played_in_a_year_with_four_digits_from_1970_on() {
    assertThat(findingsAt("1970-01-01T00:00:00Z")).isEmpty();
    assertThat(findingsAt("9999-12-31T23:59:59+01:00")).isEmpty();

    for (String at : List.of("+999999999-12-31T23:59:59+18:00", "1969-12-31T10:00:00Z")) {
      assertThat(findingsAt(at))
          .singleElement()
          .satisfies(found -> {
            assertThat(found.message())
                .isEqualTo("`at` needs a year from 1970 to 9999, but it is `" + at + "`");
            assertThat(found.span().startLine()).isEqualTo(3);
          });
    }
  }

  private static List<Diagnostic> findingsAt(String moment) {
    String text = "scenario: a\nflow: b\nat: " + moment + "\nsteps:\n  - caller: hello\n";
    return ScenarioParser.parse(new SourceFile("a.scenario.yaml", text)).diagnostics();
  }

  @Test
  void replies_keep_what_was_written_and_only_plain_numbers_are_numbers() {
    var replies = northwind().connectors();

    var find = replies.getFirst().replies().getFirst();
    assertThat(find.when().get("born")).contains(new Value.Text("1990-02-02"));
    assertThat(((Outcome.Reply) find.outcome()).output().get("matched"))
        .contains(new Value.Bool(true));
    assertThat(((Outcome.Reply) replies.get(1).replies().getFirst().outcome()).output().get("open"))
        .contains(new Value.Text("84.20"));
    assertThat(((Outcome.Fail) replies.getLast().replies().getFirst().outcome()).how().value())
        .isEqualTo("timeout");
  }

  @Test
  void a_scripted_model_fills_and_calls() {
    var steps = northwind().steps();

    var fills = (StepDecl.Model) steps.get(3);
    assertThat(fills.fill()).hasSize(2);
    assertThat(fills.fill().getFirst().value()).isEqualTo(new Value.Text("12345678"));
    var calls = (StepDecl.Model) steps.get(5);
    assertThat(calls.calls().getFirst().arguments().get("amount"))
        .contains(new Value.Decimal(BigDecimal.ONE));
  }

  @Test
  void expectations_of_one_step_stand_together() {
    var last = (StepDecl.Expect) northwind().steps().getLast();

    assertThat(last.expectations())
        .hasSize(3)
        .hasAtLeastOneElementOfType(Expectation.Called.class)
        .hasAtLeastOneElementOfType(Expectation.SaidLike.class)
        .hasAtLeastOneElementOfType(Expectation.Transferred.class);
  }

  @Test
  void a_step_does_one_thing() {
    assertThat(findings("  - caller: hello\n    press: \"1\"\n"))
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.SCENARIO_STEP);
  }

  @Test
  void an_unknown_step_is_answered_with_the_nearest_one() {
    assertThat(findings("  - calller: hello\n").getFirst().suggestions()).containsExactly("caller");
  }
}
