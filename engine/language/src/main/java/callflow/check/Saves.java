package callflow.check;

import callflow.diagnostic.Rule;
import callflow.expression.TypeScope;
import callflow.expression.Typing;
import callflow.syntax.ToolDecl;
import callflow.value.Type;

/// What a tool saves is a part of its operation's answer, and fits the variable.
record Saves() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var scope = context.scope();
    for (ToolDecl tool : context.flow().tools()) {
      var within = scope.withResult(context.answer(tool));
      tool.save().forEach(save -> check(context, findings, tool, save, within));
    }
  }

  private static void check(
      Context context, Findings findings, ToolDecl tool, ToolDecl.SaveDecl save, TypeScope scope) {
    var typed = Typing.infer(save.value(), scope);
    findings.addAll(typed.diagnostics());
    var variable = save.variable().value();
    Type wanted = context.type(variable);
    if (Suits.canBe(typed.type(), wanted)) return;
    findings.add(
        Rule.EXPRESSION_TYPE,
        save.value().span(),
        "tool `"
            + tool.name().value()
            + "` saves "
            + Words.phrase(typed.type())
            + " in `"
            + variable
            + "`, which is "
            + Words.phrase(wanted),
        "save it in a variable of `type: " + typed.type().word() + "`");
  }
}
