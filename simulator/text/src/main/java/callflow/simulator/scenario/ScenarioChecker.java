package callflow.simulator.scenario;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.engine.call.TransferOutcome;
import callflow.program.Program;
import callflow.syntax.ScenarioFile;
import callflow.syntax.ScenarioFile.StepDecl;
import java.util.List;
import java.util.stream.Stream;

/// Finds what is wrong with a scenario before it is played: names its flow doesn't have, and values
/// that can never be.
///
/// What a scripted model does may break the rules of the flow (that is what it is scripted for),
/// but it has to name things that are there.
public final class ScenarioChecker {
  private final Program program;
  private final Names names = new Names();

  private ScenarioChecker(Program program) {
    this.program = program;
  }

  /// All findings, in the order of the file; a scenario with an error among them is not to be
  /// played.
  public static List<Diagnostic> check(ScenarioFile scenario, Program program) {
    var checker = new ScenarioChecker(program);
    var flow = scenario.flow();
    if (!flow.value().equals(program.name())) {
      String message =
          "the scenario is for flow `%s`, but the flow here is `%s`"
              .formatted(flow.value(), program.name());
      checker.names.isOneOf(
          Rule.UNKNOWN_FLOW, flow.value().value(), flow.span(), message, List.of(program.name()));
      return checker.names.findings();
    }
    scenario
        .language()
        .ifPresent(language ->
            checker.names.isOneOf(
                Rule.UNKNOWN_LANGUAGE,
                language.value(),
                language.span(),
                "the flow does not speak `" + language.value() + "`",
                program.languages()));
    for (var position : scenario.switches().positions()) {
      checker.names.isOneOf(Rule.UNKNOWN_SWITCH, position.name(), "switch", program.switches());
    }
    new RepliesCheck(program, checker.names).check(scenario.connectors());
    scenario.steps().forEach(checker::step);
    if (checker.names.findings().stream().noneMatch(Diagnostic::isError)) checker.expects(scenario);
    return checker.names.findings();
  }

  private void expects(ScenarioFile scenario) {
    if (scenario.steps().stream().anyMatch(StepDecl.Expect.class::isInstance)) return;
    names.add(
        Rule.SCENARIO_WITHOUT_EXPECTATION,
        scenario.name().span(),
        "the scenario `" + scenario.name().value() + "` plays a call and expects nothing of it",
        "add a step such as `expect: { state: goodbye }`");
  }

  private void step(StepDecl step) {
    switch (step) {
      case StepDecl.Caller _, StepDecl.Silence _, StepDecl.HangUp _ -> {}
      case StepDecl.Press press -> keys(press);
      case StepDecl.TransferOutcome(var outcome, _) ->
          names.isOneOf(
              Rule.SCENARIO_STEP,
              outcome.value(),
              outcome.span(),
              "a transfer can't come out as `" + outcome.value() + "`",
              outcomes());
      case StepDecl.Model model -> model(model);
      case StepDecl.Expect(var expectations, _) -> {
        var check = new ExpectationCheck(program, names);
        expectations.forEach(check::check);
      }
    }
  }

  private void keys(StepDecl.Press press) {
    String keys = press.keys().value();
    if (!keys.isEmpty() && keys.chars().allMatch(key -> "0123456789*#".indexOf(key) >= 0)) return;
    names.add(
        Rule.BAD_KEY,
        press.keys().span(),
        "`" + keys + "` can't be pressed on a telephone",
        "write the keys one after the other, such as `\"1\"` or `\"12345678#\"`");
  }

  /// Whether an office is closed depends on the hour a scenario plays at, not on the line.
  private static List<String> outcomes() {
    return TransferOutcome.fromTheLine().stream().map(TransferOutcome::word).toList();
  }

  private void model(StepDecl.Model model) {
    for (var filled : model.fill()) {
      names.isOneOf(
          Rule.UNKNOWN_VARIABLE, filled.variable(), "variable", program.variables().keySet());
    }
    for (var asked : model.calls()) {
      names.isOneOf(Rule.UNKNOWN_TOOL, asked.tool(), "tool", program.tools().keySet());
    }
    model
        .choose()
        .ifPresent(move -> names.isOneOf(Rule.SCENARIO_STEP, move, "choice", moves(program)));
  }

  private static List<String> moves(Program program) {
    return program.states().values().stream()
        .flatMap(state -> Stream.concat(state.moves().stream(), state.corrections().own().stream()))
        .map(move -> move.name().value())
        .distinct()
        .toList();
  }
}
