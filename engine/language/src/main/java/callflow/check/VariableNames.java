package callflow.check;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.ActionDecl;
import callflow.syntax.PolicyDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.ToolDecl;
import callflow.value.VariableName;
import java.util.List;

/// Every variable that is filled, forgotten or promised about is there.
///
/// Variables inside expressions are looked up where expressions are typed.
record VariableNames() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (ToolDecl tool : context.flow().tools()) {
      String who = "tool `" + tool.name().value() + "` saves in ";
      tool.save().forEach(save -> require(context, findings, save.variable(), who));
    }
    for (PolicyDecl policy : context.flow().policies()) {
      if (!(policy instanceof PolicyDecl.NeverSpoken(var name, var variables))) continue;
      all(context, findings, variables, "policy `" + name.value() + "` speaks of ");
    }
    for (StateDecl state : context.flow().states()) ofState(context, findings, state);
    for (Deed deed : context.deeds()) {
      all(context, findings, deed.action().clear(), deed.doer() + " clears ");
      sets(context, findings, deed.action().set(), deed.doer());
    }
  }

  private static void ofState(Context context, Findings findings, StateDecl state) {
    String name = "state `" + state.name().value() + "`";
    all(context, findings, state.clear(), name + " clears ");
    sets(context, findings, state.set(), name);
    state
        .call()
        .ifPresent(call ->
            call.save()
                .forEach(kept -> require(context, findings, kept.variable(), name + " saves in ")));
    for (var collect : state.collect()) {
      require(context, findings, collect.variable(), name + " collects ");
    }
  }

  private static void sets(
      Context context, Findings findings, List<ActionDecl.SetDecl> sets, String doer) {
    sets.forEach(set -> require(context, findings, set.variable(), doer + " sets "));
  }

  private static void all(
      Context context, Findings findings, List<Located<VariableName>> variables, String who) {
    variables.forEach(variable -> require(context, findings, variable, who));
  }

  private static void require(
      Context context, Findings findings, Located<VariableName> variable, String who) {
    if (context.knows(context.variables(), variable.value())) return;
    findings.unknown(
        Rule.UNKNOWN_VARIABLE,
        variable.span(),
        variable.value().value(),
        who + Words.quoted(variable.value()) + ", but there is no such variable",
        "variables",
        Context.names(context.variables()),
        "declare it under `variables:`");
  }
}
