package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.StateDecl;

/// A state's `outcome` is one a call can have.
record Outcomes() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (StateDecl state : context.flow().states()) {
      var outcome = state.marks().outcome();
      if (outcome.isEmpty() || state.listens() || state.transfer().isPresent()) continue;
      String whose = "`outcome` of state `" + state.name().value() + "`";
      if (state.hangup().isPresent()) {
        findings.add(
            Rule.OUTCOME_UNUSED,
            outcome.get().span(),
            whose + " is never used: the word after `hangup` is the outcome already",
            "write `hangup: " + outcome.get().value() + "` and take `outcome` out");
      } else {
        findings.add(
            Rule.OUTCOME_UNUSED,
            outcome.get().span(),
            whose + " is never used: no call ends in this state",
            "write it in a state with `transfer`, or in one where callers are heard");
      }
    }
  }
}
