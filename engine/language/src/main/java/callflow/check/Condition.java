package callflow.check;

import callflow.expression.Expression;
import callflow.syntax.ChoiceDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.PolicyDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.ToolDecl;
import java.util.ArrayList;
import java.util.List;

/// A yes-or-no question a flow asks itself.
record Condition(Expression expression) {

  static List<Condition> of(FlowFile flow) {
    var conditions = new ArrayList<Condition>();
    for (ToolDecl tool : flow.tools()) tool.requires().ifPresent(it -> add(conditions, it));
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
    conditions.add(new Condition(expression));
  }
}
