package callflow.check;

import callflow.expression.Expression;
import callflow.syntax.ChoiceDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.PolicyDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.ToolDecl;
import callflow.syntax.VariableDecl;
import java.util.ArrayList;
import java.util.List;

/// A yes-or-no question a flow asks itself.
///
/// @param ended whether the call has ended by then, so that its outcome is known
record Condition(Expression expression, boolean ended) {

  static List<Condition> of(FlowFile flow) {
    var conditions = new ArrayList<Condition>();
    var last = AfterCall.only(flow);
    for (ToolDecl tool : flow.tools()) {
      boolean ended = last.contains(tool.name().value());
      tool.requires().ifPresent(it -> conditions.add(new Condition(it, ended)));
      tool.offeredWhen().ifPresent(it -> add(conditions, it));
    }
    for (VariableDecl variable : flow.variables()) {
      variable.check().ifPresent(check -> add(conditions, check.condition()));
    }
    for (PolicyDecl policy : flow.policies()) {
      if (policy instanceof PolicyDecl.Never(_, _, var unless)) add(conditions, unless);
    }
    for (StateDecl state : flow.states()) {
      for (ChoiceDecl choice : state.choices()) {
        choice.guard().ifPresent(it -> add(conditions, it));
      }
      state.next().forEach(branch -> branch.guard().ifPresent(it -> add(conditions, it)));
    }
    return conditions;
  }

  private static void add(List<Condition> conditions, Expression expression) {
    conditions.add(new Condition(expression, false));
  }
}
