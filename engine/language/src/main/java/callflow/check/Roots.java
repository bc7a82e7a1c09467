package callflow.check;

import callflow.expression.Expression;
import callflow.expression.Function;
import java.util.ArrayList;
import java.util.List;

/// The names an expression reads: `customer` for `customer.id`.
final class Roots {
  private Roots() {}

  /// All of them, in order, each with its place.
  static List<Expression.Name> of(Expression expression) {
    var names = new ArrayList<Expression.Name>();
    collect(expression, names, true);
    return names;
  }

  /// Only those whose value may show in the result; `known(x)` gives nothing of `x` away.
  static List<Expression.Name> shown(Expression expression) {
    var names = new ArrayList<Expression.Name>();
    collect(expression, names, false);
    return names;
  }

  private static void collect(Expression of, List<Expression.Name> names, boolean evenHidden) {
    switch (of) {
      case Expression.Literal _ -> {}
      case Expression.Name name -> names.add(name);
      case Expression.Path(var inner, _, _) -> collect(inner, names, evenHidden);
      case Expression.Not(var operand, _) -> collect(operand, names, evenHidden);
      case Expression.All(var operands, _) -> each(operands, names, evenHidden);
      case Expression.Any(var operands, _) -> each(operands, names, evenHidden);
      case Expression.Compare(_, var left, var right, _) ->
          each(List.of(left, right), names, evenHidden);
      case Expression.Arithmetic(_, var left, var right, _) ->
          each(List.of(left, right), names, evenHidden);
      case Expression.Negate(var operand, _) -> collect(operand, names, evenHidden);
      case Expression.Choose(var condition, var then, var otherwise, _) ->
          each(List.of(condition, then, otherwise), names, evenHidden);
      case Expression.Matches(var text, _, _) -> collect(text, names, evenHidden);
      case Expression.Call(var function, var arguments, _) -> {
        if (evenHidden || function != Function.KNOWN) each(arguments, names, evenHidden);
      }
    }
  }

  private static void each(
      List<Expression> operands, List<Expression.Name> names, boolean evenHidden) {
    operands.forEach(operand -> collect(operand, names, evenHidden));
  }
}
