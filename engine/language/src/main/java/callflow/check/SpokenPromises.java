package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.expression.Expression;
import callflow.syntax.PolicyDecl;
import callflow.value.VariableName;
import java.util.HashMap;
import java.util.Map;

/// What a policy promises never to say is in no text that is spoken, nor in the model's guidance.
record SpokenPromises() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var promised = new HashMap<VariableName, PolicyDecl>();
    for (PolicyDecl policy : context.flow().policies()) {
      if (policy instanceof PolicyDecl.NeverSpoken(_, var variables)) {
        variables.forEach(variable -> promised.putIfAbsent(variable.value(), policy));
      }
    }
    if (promised.isEmpty()) return;
    for (Text text : context.texts()) check(context, findings, text, promised);
  }

  private static void check(
      Context context, Findings findings, Text text, Map<VariableName, PolicyDecl> promised) {
    boolean spoken = text.role() == Text.Role.SPOKEN || text.role() == Text.Role.HANDED_OVER;
    if (!spoken && text.role() != Text.Role.GUIDANCE) return;
    for (Expression hole : text.template().holes()) {
      for (Expression.Name name : Roots.shown(hole)) {
        var variable = new VariableName(name.name());
        boolean secret = context.variable(variable).map(it -> it.secret()).orElse(false);
        var policy = promised.get(variable);
        if (policy != null && !secret) findings.add(broken(text, name, policy, spoken));
      }
    }
  }

  private static Diagnostic broken(
      Text text, Expression.Name name, PolicyDecl policy, boolean spoken) {
    String message =
        spoken
            ? text.where() + " speaks `" + name.name() + "`, which a policy promises never to do"
            : text.where()
                + " tells the model `"
                + name.name()
                + "`, which might then say it, and a policy promises that it is never spoken";
    return Diagnostic.of(Rule.SPOKEN_SENSITIVE, name.span(), message)
        .withSeverity(spoken ? Diagnostic.Severity.ERROR : Diagnostic.Severity.WARNING)
        .withHint("take `${" + name.name() + "}` out, or change the policy")
        .withRelated(policy.name().span(), "the policy");
  }
}
