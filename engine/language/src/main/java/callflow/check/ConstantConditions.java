package callflow.check;

import callflow.diagnostic.Rule;
import callflow.expression.Canonical;
import callflow.expression.Expression;
import java.util.List;

/// A condition depends on something.
record ConstantConditions() implements Remark {

  @Override
  public void check(Context context, Findings findings) {
    for (Condition condition : Condition.of(context.flow())) {
      if (!isConstant(condition.expression())) continue;
      findings.add(
          Rule.CONSTANT_CONDITION,
          condition.expression().span(),
          "this condition comes out the same in every call: nothing in it can change",
          "compare a variable or a fact of the call, or take the condition out");
    }
  }

  private static boolean isConstant(Expression of) {
    return switch (of) {
      case Expression.Literal _ -> true;
      case Expression.Name _ -> false;
      case Expression.Path(var inner, _, _) -> isConstant(inner);
      case Expression.Not(var operand, _) -> isConstant(operand);
      case Expression.All(var operands, _) -> areConstant(operands);
      case Expression.Any(var operands, _) -> areConstant(operands);
      case Expression.Compare(_, var left, var right, _) ->
          areConstant(List.of(left, right)) || Canonical.of(left).equals(Canonical.of(right));
      case Expression.Arithmetic(_, var left, var right, _) -> areConstant(List.of(left, right));
      case Expression.Negate(var operand, _) -> isConstant(operand);
      case Expression.Choose(var condition, var then, var otherwise, _) ->
          areConstant(List.of(condition, then, otherwise));
      case Expression.Matches(var text, _, _) -> isConstant(text);
      case Expression.Call _ -> false;
    };
  }

  private static boolean areConstant(List<Expression> operands) {
    return operands.stream().allMatch(ConstantConditions::isConstant);
  }
}
