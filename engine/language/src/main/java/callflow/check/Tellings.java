package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.ToolDecl;
import java.util.Set;
import java.util.stream.Collectors;

/// What is to be told of an answer belongs to a tool that the flow itself asks: of a tool it calls,
/// the model reads the whole answer.
record Tellings() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var uses = ToolUse.of(context.flow());
    Set<Object> used = uses.stream().map(ToolUse::name).collect(Collectors.toSet());
    Set<Object> byTheFlow =
        uses.stream().filter(ToolUse::byTheFlow).map(ToolUse::name).collect(Collectors.toSet());
    for (ToolDecl tool : context.flow().tools()) {
      var name = tool.name().value();
      if (tool.tell().isEmpty() || !used.contains(name) || byTheFlow.contains(name)) continue;
      findings.add(
          Rule.TELL_WITHOUT_EFFECT,
          tool.tell().get().all().getFirst().span(),
          "`tell` of tool `" + name + "` has no effect: the tool is only ever called by the model",
          "take it out, or name the tool under `run:` or `before:` of a state");
    }
  }
}
