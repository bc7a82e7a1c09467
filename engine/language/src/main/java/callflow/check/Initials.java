package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.VariableDecl;
import callflow.value.Fit;

/// A variable can hold the value it starts with.
record Initials() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (VariableDecl variable : context.flow().variables()) {
      if (variable.initial().isEmpty()) continue;
      var initial = variable.initial().get();
      if (Fit.of(variable.type().value(), initial.value()) instanceof Fit.Misfit(var reason)) {
        findings.add(
            Rule.BAD_INITIAL,
            initial.span(),
            "variable `"
                + variable.name().value()
                + "` can't start with `"
                + initial.value()
                + "`: it "
                + reason);
      }
    }
  }
}
