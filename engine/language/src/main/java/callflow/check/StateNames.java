package callflow.check;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.PolicyDecl;
import callflow.value.StateName;

/// Every state that is named is there.
record StateNames() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    require(context, findings, context.flow().start(), "the flow starts at ");
    for (Deed deed : Deed.of(context.flow())) {
      deed.action()
          .target()
          .ifPresent(target -> require(context, findings, target, deed.doer() + " goes to "));
    }
    for (PolicyDecl policy : context.flow().policies()) {
      if (policy instanceof PolicyDecl.Reach(var name, var state, _)) {
        require(context, findings, state, "policy `" + name.value() + "` speaks of ");
      }
    }
  }

  private static void require(
      Context context, Findings findings, Located<StateName> state, String who) {
    if (context.knows(context.states(), state.value())) return;
    findings.unknown(
        Rule.UNKNOWN_STATE,
        state.span(),
        state.value().value(),
        who + Words.quoted(state.value()) + ", but there is no such state",
        "states",
        Context.names(context.states()),
        "declare it under `states:`");
  }
}
