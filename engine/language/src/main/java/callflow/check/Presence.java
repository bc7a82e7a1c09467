package callflow.check;

import callflow.expression.Expression;
import callflow.expression.Function;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a condition tells about the presence of values: `known(x)`, and every comparison that comes
/// out, shows that there are values to compare.
///
/// A value goes by its name, a field by its path: `customer`, `customer.phone`.
final class Presence {
  private Presence() {}

  /// What has a value when the condition holds.
  static Set<String> when(Expression condition) {
    return decided(condition, true);
  }

  /// What has a value when the condition does not hold, be it because something in it has none.
  static Set<String> unless(Expression condition) {
    return switch (condition) {
      case Expression.Not(Expression.Call(var function, var arguments, _), _)
          when function == Function.KNOWN ->
          named(arguments.getFirst());
      case Expression.Any(var operands, _) -> union(operands.stream().map(Presence::unless));
      default -> Set.of();
    };
  }

  /// @param holds whether the condition comes out as a yes or as a no
  private static Set<String> decided(Expression condition, boolean holds) {
    return switch (condition) {
      case Expression.Not(var operand, _) -> decided(operand, !holds);
      case Expression.All(var operands, _) ->
          holds ? every(operands, true) : common(operands, false);
      case Expression.Any(var operands, _) ->
          holds ? common(operands, true) : every(operands, false);
      case Expression.Call(var function, var arguments, _) when function == Function.KNOWN ->
          holds ? named(arguments.getFirst()) : Set.of();
      case Expression.Choose _ -> Set.of();
      case Expression.Name _,
          Expression.Path _,
          Expression.Compare _,
          Expression.Matches _,
          Expression.Call _ ->
          named(condition);
      case Expression.Literal _, Expression.Arithmetic _, Expression.Negate _ -> Set.of();
    };
  }

  private static Set<String> every(List<Expression> operands, boolean hold) {
    return union(operands.stream().map(operand -> decided(operand, hold)));
  }

  private static Set<String> common(List<Expression> operands, boolean hold) {
    var common = new HashSet<>(decided(operands.getFirst(), hold));
    operands.forEach(operand -> common.retainAll(decided(operand, hold)));
    return common;
  }

  /// Everything that is looked at to work the expression out, with all on the way to a field.
  private static Set<String> named(Expression expression) {
    var names = new HashSet<String>();
    Reads.strict(expression).forEach(read -> names.add(read.path()));
    return names;
  }

  private static Set<String> union(Stream<Set<String>> sets) {
    var union = new HashSet<String>();
    sets.forEach(union::addAll);
    return union;
  }
}
