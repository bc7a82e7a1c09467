package callflow.check;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.FlowFile;
import callflow.syntax.HandlerDecl;
import callflow.syntax.ToolDecl;
import callflow.value.Effect;
import callflow.value.ToolName;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What a flow calls when the call has ended needs nobody on the line.
record AfterCall() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (Located<ToolName> use : context.flow().afterCall()) {
      context.tool(use.value()).ifPresent(tool -> alone(context, findings, use, tool));
    }
    if (context.flow().damaged().contains("after_call")) return;
    var last = only(context.flow());
    for (ToolDecl tool : context.flow().tools()) {
      if (last.contains(tool.name().value())) unheard(findings, tool);
    }
    for (HandlerDecl handler : context.flow().defaults().on()) {
      var tool = new ToolName(handler.event().value().replaceFirst("[.].*", ""));
      if (last.contains(tool)) unhandled(findings, handler, tool);
    }
  }

  /// The tools no state uses, so that the call has ended whenever one of them is called.
  static Set<ToolName> only(FlowFile flow) {
    var last = flow.afterCall().stream().map(Located::value).collect(Collectors.toSet());
    var during = ToolUse.of(flow).stream().map(ToolUse::name).collect(Collectors.toSet());
    // Of a list that can't be read, any tool without another use may be a part.
    if (flow.damaged().contains("after_call")) {
      flow.tools().forEach(tool -> last.add(tool.name().value()));
    }
    var only = new HashSet<>(last);
    only.removeAll(during);
    return only;
  }

  /// As in "`after_call` runs `log_call`".
  static String phrase(ToolName tool) {
    return "`after_call` runs `" + tool + "`";
  }

  private static void alone(
      Context context, Findings findings, Located<ToolName> use, ToolDecl tool) {
    boolean final_ =
        context
            .operation(use.value())
            .map(operation -> Effects.effect(tool, operation) == Effect.IRREVERSIBLE)
            .orElse(false);
    if (final_) {
      findings.add(
          Rule.AFTER_CALL_TOOL,
          use.span(),
          phrase(use.value())
              + ", and what it does can't be undone; but nobody is there any more who could want it"
              + " or be told how it came out",
          "let a state `run` it while the caller is there");
    } else if (tool.confirm().isPresent()) {
      findings.add(
          Rule.AFTER_CALL_TOOL,
          use.span(),
          phrase(use.value()) + ", which asks for the caller's yes; but the caller is gone by then",
          "let a state `run` it, or declare a second tool without `confirm` for `after_call`");
    }
  }

  private static void unheard(Findings findings, ToolDecl tool) {
    tool.filler()
        .ifPresent(filler -> warn(findings, tool, "filler", filler.span(), "is never spoken"));
    tool.sayResult()
        .ifPresent(text -> warn(findings, tool, "say_result", text.span(), "is never spoken"));
    tool.tell()
        .ifPresent(tell ->
            warn(findings, tool, "tell", tell.all().getFirst().span(), "is told to nobody"));
    if (!tool.save().isEmpty()) {
      warn(findings, tool, "save", tool.save().getFirst().variable().span(), "keeps nothing");
    }
  }

  private static void warn(Findings findings, ToolDecl tool, String key, Span span, String what) {
    String message =
        "`"
            + key
            + "` of tool `"
            + tool.name().value()
            + "` "
            + what
            + ": only `after_call` runs it";
    findings.add(Rule.NO_EFFECT_AFTER_CALL, span, message, "take it out");
  }

  private static void unhandled(Findings findings, HandlerDecl handler, ToolName tool) {
    findings.add(
        Rule.UNKNOWN_EVENT,
        handler.event().span(),
        "`on` handles `"
            + handler.event().value()
            + "`, but only `after_call` runs `"
            + tool
            + "`, and then there is no state left to go to",
        "take it out; that the tool failed shows in the call's transcript only");
  }
}
