package callflow.check;

import callflow.diagnostic.Rule;
import callflow.expression.Expression;
import callflow.expression.Typing;
import callflow.syntax.ActionDecl.SetDecl;
import callflow.syntax.CallDecl;
import callflow.syntax.CallDecl.Kept;
import callflow.syntax.StateDecl;
import callflow.value.Type;
import callflow.value.VariableName;

/// What is handed to a sub-flow, and what comes back, fits where it goes; a secret stays one.
record Handovers() implements FlowRule {
  @Override
  public void check(Context context, Findings findings) {
    for (StateDecl state : context.flow().states()) {
      if (state.call().isEmpty()) continue;
      CallDecl call = state.call().get();
      context
          .callee(state)
          .ifPresent(callee -> {
            call.with().forEach(given -> given(context, findings, given, callee));
            call.save().forEach(kept -> kept(context, findings, kept, callee));
          });
    }
  }

  private static void given(Context context, Findings findings, SetDecl given, Callee callee) {
    VariableName input = given.variable().value();
    if (callee.type(input).isEmpty()) return;
    Type wanted = callee.type(input).get();
    Given.misfit(given.value(), wanted, Typing.infer(given.value(), context.scope()))
        .ifPresent(misfit ->
            findings.add(
                Rule.EXPRESSION_TYPE,
                given.value().span(),
                "the input "
                    + Words.quoted(input)
                    + " is "
                    + Words.phrase(wanted)
                    + ", but it is given "
                    + misfit.found(),
                misfit.hint()));
    if (callee.keepsSecret(input)) return;
    for (Expression hole : given.value().holes()) {
      for (Expression.Name name : Roots.shown(hole)) {
        if (!secret(context, new VariableName(name.name()))) continue;
        findings.add(
            Rule.SECRET_TO_MODEL,
            name.span(),
            "the secret "
                + Words.quoted(name.name())
                + " is handed over as "
                + Words.quoted(input)
                + ", which is not secret",
            "add `secret: true` to the input in that flow");
      }
    }
  }

  private static void kept(Context context, Findings findings, Kept kept, Callee callee) {
    VariableName variable = kept.variable().value();
    VariableName output = kept.output().value();
    if (callee.type(output).isEmpty() || context.variable(variable).isEmpty()) return;
    Type found = callee.type(output).get();
    Type wanted = context.type(variable);
    if (!Suits.canBe(found, wanted)) {
      findings.add(
          Rule.EXPRESSION_TYPE,
          kept.output().span(),
          "the output "
              + Words.quoted(output)
              + " is "
              + Words.phrase(found)
              + ", but "
              + Words.quoted(variable)
              + " is "
              + Words.phrase(wanted),
          "save it in a variable of `type: " + found.word() + "`");
    }
    if (callee.keepsSecret(output) && !secret(context, variable)) {
      findings.add(
          Rule.SECRET_TO_MODEL,
          kept.output().span(),
          "the secret output "
              + Words.quoted(output)
              + " is saved in "
              + Words.quoted(variable)
              + ", which is not secret",
          "add `secret: true` to `" + variable + "` under `variables:`");
    }
  }

  private static boolean secret(Context context, VariableName name) {
    return context.variable(name).map(it -> it.secret()).orElse(false);
  }
}
