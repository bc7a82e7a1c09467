package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.ToolDecl;
import java.util.Set;
import java.util.stream.Collectors;

/// A condition for offering a tool belongs to one that is offered.
record Offers() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    Set<Object> offered =
        ToolUse.of(context.flow()).stream()
            .filter(use -> !use.byTheFlow())
            .map(ToolUse::name)
            .collect(Collectors.toSet());
    for (ToolDecl tool : context.flow().tools()) {
      var name = tool.name().value();
      if (tool.offeredWhen().isEmpty() || offered.contains(name)) continue;
      findings.add(
          Rule.OFFER_WITHOUT_EFFECT,
          tool.offeredWhen().get().span(),
          "`offered_when` of tool `" + name + "` has no effect: no state offers it to the model",
          "write `requires` for a condition that holds whoever calls the tool");
    }
  }
}
