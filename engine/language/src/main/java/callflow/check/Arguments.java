package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.expression.Typing;
import callflow.syntax.ToolDecl;
import callflow.syntax.ToolDecl.ArgumentDecl;
import callflow.value.OperationSchema;
import callflow.value.Type;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A tool gives its operation what it takes, all of it where the flow calls by itself, and nothing
/// else.
record Arguments() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (ToolDecl tool : context.flow().tools()) {
      context
          .catalog()
          .operation(tool.use().value())
          .ifPresent(operation -> check(context, findings, tool, operation));
    }
  }

  private static void check(
      Context context, Findings findings, ToolDecl tool, OperationSchema operation) {
    boolean misspelled = false;
    for (ArgumentDecl argument : tool.with()) {
      var field = operation.input().fields().get(argument.name().value());
      if (field == null) {
        unknown(findings, argument, operation);
        misspelled = true;
      } else {
        fits(context, findings, argument, operation, field.type());
      }
    }
    // A misspelled argument is most likely the missing one: one mistake, one finding.
    if (!misspelled) missing(context, findings, tool, operation);
  }

  private static void unknown(Findings findings, ArgumentDecl argument, OperationSchema operation) {
    findings.unknown(
        Rule.UNKNOWN_ARGUMENT,
        argument.name().span(),
        argument.name().value(),
        "`" + operation.name() + "` takes no `" + argument.name().value() + "`",
        "arguments of `" + operation.name() + "`",
        operation.input().fields().keySet(),
        "it takes no arguments at all; take the line out");
  }

  private static void fits(
      Context context,
      Findings findings,
      ArgumentDecl argument,
      OperationSchema operation,
      Type wanted) {
    var typed = Typing.infer(argument.value(), context.scope());
    Given.misfit(argument.value(), wanted, typed)
        .ifPresent(misfit ->
            findings.add(
                Rule.ARGUMENT_TYPE,
                argument.value().span(),
                "`"
                    + operation.name()
                    + "` expects "
                    + Words.phrase(wanted)
                    + " for `"
                    + argument.name().value()
                    + "`, but this is "
                    + misfit.found(),
                misfit.hint()));
  }

  private static void missing(
      Context context, Findings findings, ToolDecl tool, OperationSchema operation) {
    var uses =
        ToolUse.of(context.flow()).stream()
            .filter(use -> use.byTheFlow() && use.name().equals(tool.name().value()))
            .toList();
    if (uses.isEmpty()) return;
    Set<String> bound =
        tool.with().stream().map(argument -> argument.name().value()).collect(Collectors.toSet());
    List<String> open =
        operation.input().fields().entrySet().stream()
            .filter(field -> field.getValue().required() && !bound.contains(field.getKey()))
            .map(field -> field.getKey())
            .toList();
    if (!open.isEmpty()) findings.add(lacks(tool, operation, uses.getFirst(), open));
  }

  private static Diagnostic lacks(
      ToolDecl tool, OperationSchema operation, ToolUse use, List<String> open) {
    String message =
        use.phrase() + ", but nothing gives `" + operation.name() + "` its " + Words.all(open);
    return Diagnostic.of(Rule.MISSING_ARGUMENT, tool.name().span(), message)
        .withHint(
            "under `with:` of `"
                + tool.name().value()
                + "` write `"
                + open.getFirst()
                + ": \"${VARIABLE}\"`")
        .withRelated(use.tool().span(), "where it is called");
  }
}
