package callflow.simulator.scenario;

import callflow.diagnostic.Rule;
import callflow.program.Program;
import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.ScenarioFile.Expectation;
import callflow.value.Fit;
import callflow.value.ToolName;
import callflow.value.Type;
import callflow.value.Value;
import callflow.value.VariableName;
import java.util.Optional;

/// Whether what a scenario expects can be so at all.
final class ExpectationCheck {
  private final Program program;
  private final Names names;

  ExpectationCheck(Program program, Names names) {
    this.program = program;
    this.names = names;
  }

  void check(Expectation expectation) {
    switch (expectation) {
      case Expectation.InState(var state, _) ->
          names.isOneOf(Rule.UNKNOWN_STATE, state, "state", program.states().keySet());
      case Expectation.Said _,
          Expectation.SaidLike _,
          Expectation.NotSaid _,
          Expectation.Dialled _,
          Expectation.Whispered _ -> {}
      case Expectation.Offered(var tools, _) -> tools.forEach(this::isTool);
      case Expectation.Called(var tool, var arguments, var span) -> {
        if (isTool(tool)) arguments(tool.value(), arguments, span);
      }
      case Expectation.NotCalled(var tool, _) -> isTool(tool);
      case Expectation.Refused(var tool, _) -> isTool(tool);
      case Expectation.Transferred(var transfer, _) ->
          names.isOneOf(Rule.UNKNOWN_TRANSFER, transfer, "transfer", program.transfers().keySet());
      case Expectation.Ended(var outcome, _) ->
          names.isOneOf(
              Rule.SCENARIO_STEP,
              outcome.value(),
              outcome.span(),
              "no call of this flow ends with `" + outcome.value() + "`",
              RecordWords.outcomes(program));
      case Expectation.Milestones(var milestones, _) ->
          milestones.forEach(word ->
              names.isOneOf(
                  Rule.SCENARIO_STEP,
                  word.value(),
                  word.span(),
                  Names.missing("milestone", word.value()),
                  RecordWords.milestones(program)));
      case Expectation.Report(var fields, var span) ->
          fields
              .values()
              .keySet()
              .forEach(name ->
                  names.isOneOf(
                      Rule.SCENARIO_STEP,
                      name,
                      span,
                      "`report` has no field `" + name + "`",
                      program.report().keySet()));
      case Expectation.Variables(var values, var span) ->
          values.values().forEach((name, value) -> variable(name, value, span));
    }
  }

  private boolean isTool(Located<ToolName> tool) {
    return names.isOneOf(Rule.UNKNOWN_TOOL, tool, "tool", program.tools().keySet());
  }

  private void arguments(ToolName tool, Value.Fields arguments, Span span) {
    var input = program.tool(tool).operation().input();
    if (input.open()) return;
    arguments
        .values()
        .forEach((name, value) ->
            argument(tool, name, value, Optional.ofNullable(input.fields().get(name)), span));
  }

  private void argument(
      ToolName tool, String name, Value value, Optional<Type.Field> field, Span span) {
    if (field.isEmpty()) {
      var known = program.tool(tool).operation().input().fields().keySet();
      names.isOneOf(
          Rule.UNKNOWN_ARGUMENT, name, span, "`" + tool + "` takes no `" + name + "`", known);
    } else if (Fit.of(field.get().type(), value) instanceof Fit.Misfit(var reason)) {
      names.add(
          Rule.ARGUMENT_TYPE,
          span,
          "`" + name + "` can never be `" + value + "`: it " + reason,
          "write a value that `" + tool + "` can be called with");
    }
  }

  private void variable(String name, Value value, Span span) {
    var known = program.variables();
    String message = Names.missing("variable", name);
    if (!names.isOneOf(Rule.UNKNOWN_VARIABLE, name, span, message, known.keySet())) return;
    var type = program.variable(new VariableName(name)).type();
    if (Fit.of(type, value) instanceof Fit.Misfit(var reason)) {
      names.add(
          Rule.SCENARIO_STEP,
          span,
          "`" + name + "` can never be `" + value + "`: it " + reason,
          "write a value of type `" + type.word() + "`");
    }
  }
}
