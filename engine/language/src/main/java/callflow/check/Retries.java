package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.ToolDecl;
import callflow.value.Effect;
import callflow.value.OperationSchema;

/// Only what can be repeated without doing anything twice is asked again.
record Retries() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (ToolDecl tool : context.flow().tools()) {
      if (tool.retry().isEmpty()) continue;
      context
          .catalog()
          .operation(tool.use().value())
          .ifPresent(operation -> check(findings, tool, operation));
    }
  }

  private static void check(Findings findings, ToolDecl tool, OperationSchema operation) {
    var effect = Effects.effect(tool, operation);
    boolean safe = effect == Effect.READS || (effect == Effect.WRITES && operation.honoursKey());
    if (safe) return;
    String why =
        effect == Effect.IRREVERSIBLE
            ? "what it does can't be undone"
            : "`" + operation.name() + "` does not say that it honours keys";
    findings.add(
        Rule.UNSAFE_RETRY,
        tool.retry().orElseThrow().span(),
        "tool `" + tool.name().value() + "` is to be asked again, but " + why,
        effect == Effect.IRREVERSIBLE
            ? "take `retry` out and handle `" + tool.name().value() + ".unknown`"
            : "take `retry` out, or have the connector's file say that the operation honours keys");
  }
}
