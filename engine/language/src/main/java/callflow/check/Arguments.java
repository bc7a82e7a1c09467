package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.expression.TypeScope;
import callflow.expression.Typing;
import callflow.source.Located;
import callflow.syntax.FlowFile;
import callflow.syntax.ToolDecl;
import callflow.syntax.ToolDecl.ArgumentDecl;
import callflow.value.OperationSchema;
import callflow.value.ToolName;
import callflow.value.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        boolean ended = AfterCall.only(context.flow()).contains(tool.name().value());
        fits(context.scope(ended), findings, argument, operation, field.type());
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
      TypeScope scope,
      Findings findings,
      ArgumentDecl argument,
      OperationSchema operation,
      Type wanted) {
    var typed = Typing.infer(argument.value(), scope);
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
    var use = byTheFlow(context.flow(), tool.name().value());
    if (use.isEmpty()) return;
    Set<String> bound =
        tool.with().stream().map(argument -> argument.name().value()).collect(Collectors.toSet());
    List<String> open =
        operation.input().fields().entrySet().stream()
            .filter(field -> field.getValue().required() && !bound.contains(field.getKey()))
            .map(field -> field.getKey())
            .toList();
    if (!open.isEmpty()) findings.add(lacks(tool, operation, use.get(), open));
  }

  /// The first place where the flow itself calls the tool, saying so.
  private static Optional<Located<String>> byTheFlow(FlowFile flow, ToolName tool) {
    var during =
        ToolUse.of(flow).stream()
            .filter(it -> it.byTheFlow() && it.name().equals(tool))
            .map(it -> new Located<>(it.phrase(), it.tool().span()));
    var after =
        flow.afterCall().stream()
            .filter(it -> it.value().equals(tool))
            .map(it -> it.map(AfterCall::phrase));
    return Stream.concat(during, after).findFirst();
  }

  private static Diagnostic lacks(
      ToolDecl tool, OperationSchema operation, Located<String> use, List<String> open) {
    String message =
        use.value() + ", but nothing gives `" + operation.name() + "` its " + Words.all(open);
    return Diagnostic.of(Rule.MISSING_ARGUMENT, tool.name().span(), message)
        .withHint(
            "under `with:` of `"
                + tool.name().value()
                + "` write `"
                + open.getFirst()
                + ": \"${VARIABLE}\"`")
        .withRelated(use.span(), "where it is called");
  }
}
