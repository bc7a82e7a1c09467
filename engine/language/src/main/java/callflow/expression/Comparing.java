package callflow.expression;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.expression.Expression.Comparison;
import callflow.value.Fit;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.util.List;
import java.util.Optional;

/// Comparisons that could never come out right.
final class Comparing {
  private Comparing() {}

  /// What is wrong with a comparison of these types; empty when it makes sense.
  static Optional<Diagnostic> mistake(Expression.Compare compare, Type left, Type right) {
    return incomparable(compare, compare.left(), left)
        .or(() -> incomparable(compare, compare.right(), right))
        .or(() -> natures(compare, left, right))
        .or(() -> unreachable(compare.left(), left, compare.right()))
        .or(() -> unreachable(compare.right(), right, compare.left()));
  }

  private static Optional<Diagnostic> incomparable(
      Expression.Compare compare, Expression side, Type type) {
    Nature nature = Nature.of(type);
    if (!nature.comparable()) {
      return wrong(
          side,
          Shown.of(side) + " is " + nature.phrase() + " and can't be compared",
          nature == Nature.OBJECT ? "compare one of its fields" : "name a single value");
    }
    boolean order = compare.by() != Comparison.EQUAL && compare.by() != Comparison.NOT_EQUAL;
    if (!order || nature.ordered() || day(compare, side)) return Optional.empty();
    return wrong(
        side,
        "`"
            + compare.by().sign()
            + "` puts numbers, dates and times in order, and "
            + Shown.of(side)
            + " is "
            + Nature.phrase(type),
        nature == Nature.TEXT
            ? Naming.remedy(Nature.NUMBER, side, type)
            : "write `==` or `!=`, or the condition alone");
  }

  /// A quoted date, which may stand beside a date.
  private static boolean day(Expression.Compare compare, Expression side) {
    return side instanceof Expression.Literal(Value.Text _, _)
        && !(compare.left() instanceof Expression.Literal(Value.Text _, _)
            && compare.right() instanceof Expression.Literal(Value.Text _, _));
  }

  private static Optional<Diagnostic> natures(Expression.Compare compare, Type left, Type right) {
    if (currenciesDiffer(left, right)) {
      return wrong(
          compare,
          currencies(compare.left(), left, compare.right(), right),
          "compare amounts of one currency");
    }
    if (Nature.of(left).meets(Nature.of(right))) return Optional.empty();
    if (Clock.of(left).isPresent()) {
      return Clock.of(left).get().beside(compare, compare.left(), compare.right(), right);
    }
    if (Clock.of(right).isPresent()) {
      return Clock.of(right).get().beside(compare, compare.right(), compare.left(), left);
    }
    return wrong(
        compare,
        Shown.of(compare.left())
            + " is "
            + Nature.phrase(left)
            + " and can't be compared with "
            + Shown.of(compare.right())
            + ", which is "
            + Nature.phrase(right),
        remedy(compare.left(), left, compare.right(), right));
  }

  private static String remedy(Expression left, Type leftType, Expression right, Type rightType) {
    if (Nature.of(leftType) == Nature.NUMBER) return numberBeside(right, rightType, leftType);
    if (Nature.of(rightType) == Nature.NUMBER) return numberBeside(left, leftType, rightType);
    Expression condition = Nature.of(leftType) == Nature.YES_OR_NO ? left : right;
    String name = Shown.of(condition).replace("`", "");
    return "write the condition alone: `" + name + "` or `not " + name + "`";
  }

  /// What to do with the side that is no number.
  private static String numberBeside(Expression other, Type type, Type number) {
    if (Nature.of(type) == Nature.YES_OR_NO) return "name a number to compare with";
    if (other instanceof Expression.Literal) return Naming.remedy(Nature.NUMBER, other, type);
    return number.equals(Types.NUMBER)
        ? "write the figures in quotes, as text: `'1234'`"
        : "declare both with the same `type:`";
  }

  /// A quoted word that the type on the other side can never be.
  private static Optional<Diagnostic> unreachable(
      Expression variable, Type type, Expression other) {
    boolean bounded = type instanceof Type.Choice || type instanceof Type.Digits;
    if (!bounded || !(other instanceof Expression.Literal literal)) return Optional.empty();
    return switch (Fit.of(type, literal.value())) {
      case Fit.Fits _ -> Optional.empty();
      case Fit.Misfit(var reason) -> {
        String message = Shown.of(variable) + " is never " + Shown.of(other) + ": it " + reason;
        List<String> near =
            type instanceof Type.Choice choice
                ? Nearest.of(literal.value().toString(), choice.of())
                : List.of();
        yield Optional.of(
            Diagnostic.of(Rule.EXPRESSION_TYPE, other.span(), message).withSuggestions(near));
      }
    };
  }

  static boolean currenciesDiffer(Type left, Type right) {
    return left instanceof Type.Money a
        && right instanceof Type.Money b
        && !a.currency().equals(b.currency());
  }

  static String currencies(Expression left, Type leftType, Expression right, Type rightType) {
    return Shown.of(left)
        + " is "
        + Nature.phrase(leftType)
        + " and "
        + Shown.of(right)
        + " is "
        + Nature.phrase(rightType);
  }

  static Optional<Diagnostic> wrong(Expression place, String message, String hint) {
    return Optional.of(Diagnostic.of(Rule.EXPRESSION_TYPE, place.span(), message).withHint(hint));
  }
}
