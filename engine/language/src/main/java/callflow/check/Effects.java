package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.ToolDecl;
import callflow.value.Effect;
import callflow.value.OperationSchema;

/// A tool is at least as careful as its operation asks, and what can't be undone needs a yes.
record Effects() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var last = AfterCall.only(context.flow());
    for (ToolDecl tool : context.flow().tools()) {
      context
          .catalog()
          .operation(tool.use().value())
          .ifPresent(
              operation -> check(findings, tool, operation, !last.contains(tool.name().value())));
    }
  }

  /// @param during whether it is called during the call; what else it can't do is for [AfterCall]
  private static void check(
      Findings findings, ToolDecl tool, OperationSchema operation, boolean during) {
    boolean tooWeak =
        tool.effect().map(it -> it.value().compareTo(operation.effect()) < 0).orElse(false);
    if (tooWeak) weak(findings, tool, operation);
    boolean final_ = effect(tool, operation) == Effect.IRREVERSIBLE;
    if (final_ && during && tool.confirm().isEmpty()) unconfirmed(findings, tool);
  }

  /// What a tool does to the world: what its operation says, unless the flow is stricter.
  static Effect effect(ToolDecl tool, OperationSchema operation) {
    var written = tool.effect().map(it -> it.value()).orElse(Effect.READS);
    return written.compareTo(operation.effect()) > 0 ? written : operation.effect();
  }

  private static void weak(Findings findings, ToolDecl tool, OperationSchema operation) {
    var written = tool.effect().orElseThrow();
    findings.add(
        Rule.EFFECT_MISMATCH,
        written.span(),
        "tool `"
            + tool.name().value()
            + "` says `effect: "
            + written.value().word()
            + "`, but `"
            + operation.name()
            + "` is declared `"
            + operation.effect().word()
            + "`",
        "write `effect: " + operation.effect().word() + "`, or leave the line out");
  }

  private static void unconfirmed(Findings findings, ToolDecl tool) {
    findings.add(
        Rule.MISSING_CONFIRM,
        tool.name().span(),
        "what tool `"
            + tool.name().value()
            + "` does can't be undone, and the caller is not asked for a yes",
        "add `confirm:` with the question, word for word");
  }
}
