package callflow.check;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.PolicyDecl;
import callflow.value.ToolName;

/// Every tool that is named is there.
record ToolNames() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (ToolUse use : ToolUse.of(context.flow())) {
      require(context, findings, use.tool(), use.phrase());
    }
    for (Located<ToolName> tool : context.flow().afterCall()) {
      require(context, findings, tool, AfterCall.phrase(tool.value()));
    }
    for (PolicyDecl policy : context.flow().policies()) {
      if (!(policy instanceof PolicyDecl.Never(var name, var tools, _))) continue;
      for (Located<ToolName> tool : tools) {
        String phrase = "policy `" + name.value() + "` speaks of `" + tool.value() + "`";
        require(context, findings, tool, phrase);
      }
    }
  }

  private static void require(
      Context context, Findings findings, Located<ToolName> tool, String phrase) {
    if (context.knows(context.tools(), tool.value())) return;
    findings.unknown(
        Rule.UNKNOWN_TOOL,
        tool.span(),
        tool.value().value(),
        phrase + ", but there is no such tool",
        "tools",
        Context.names(context.tools()),
        "declare it under `tools:`, with `use: connector.operation`");
  }
}
