package callflow.check;

import callflow.expression.Typing;

/// Every condition is a question with a yes or a no, about things there are.
record Conditions() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (Condition condition : Condition.of(context.flow())) {
      findings.addAll(
          Typing.guard(condition.expression(), context.scope(condition.ended())).diagnostics());
    }
  }
}
