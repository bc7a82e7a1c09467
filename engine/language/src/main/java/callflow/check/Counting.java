package callflow.check;

import callflow.expression.Expression;
import callflow.expression.Expression.Comparison;
import callflow.syntax.StateDecl;

/// Branches that count with `visits`, so that a loop through them comes to an end.
final class Counting {
  private Counting() {}

  /// Whether the branch is no longer taken after some visits: its own condition forbids it, or one
  /// above it is taken instead.
  static boolean endsBefore(StateDecl state, int index) {
    var branches = state.next();
    boolean forbidden = branches.get(index).guard().map(Counting::onlyAtFirst).orElse(false);
    return forbidden
        || branches.subList(0, index).stream()
            .anyMatch(branch -> branch.guard().map(Counting::inTheEnd).orElse(false));
  }

  private static boolean onlyAtFirst(Expression guard) {
    return switch (guard) {
      case Expression.Compare(var by, Expression.Name(var name, _), Expression.Literal _, _) ->
          name.equals("visits")
              && switch (by) {
                case LESS, LESS_OR_EQUAL, EQUAL -> true;
                case NOT_EQUAL, GREATER, GREATER_OR_EQUAL -> false;
              };
      case Expression.All(var operands, _) -> operands.stream().anyMatch(Counting::onlyAtFirst);
      default -> false;
    };
  }

  private static boolean inTheEnd(Expression guard) {
    return switch (guard) {
      case Expression.Compare(var by, Expression.Name(var name, _), Expression.Literal _, _) ->
          name.equals("visits") && (by == Comparison.GREATER || by == Comparison.GREATER_OR_EQUAL);
      case Expression.Any(var operands, _) -> operands.stream().anyMatch(Counting::inTheEnd);
      default -> false;
    };
  }
}
