package callflow.check;

import callflow.diagnostic.Rule;
import callflow.expression.Typing;
import callflow.syntax.ActionDecl.SetDecl;
import callflow.syntax.StateDecl;

/// What `set` puts into a variable fits it.
record Settings() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (StateDecl state : context.flow().states()) {
      state.set().forEach(set -> check(context, findings, set));
    }
    for (Deed deed : context.deeds()) {
      deed.action().set().forEach(set -> check(context, findings, set));
    }
  }

  private static void check(Context context, Findings findings, SetDecl set) {
    var variable = set.variable().value();
    Given.misfit(set.value(), context.type(variable), Typing.infer(set.value(), context.scope()))
        .ifPresent(misfit ->
            findings.add(
                Rule.EXPRESSION_TYPE,
                set.value().span(),
                "`"
                    + variable
                    + "` is "
                    + Words.phrase(context.type(variable))
                    + ", but it is set to "
                    + misfit.found(),
                misfit.hint()));
  }
}
