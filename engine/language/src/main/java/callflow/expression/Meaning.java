package callflow.expression;

import callflow.expression.Expression.Comparison;
import callflow.value.Moments;
import callflow.value.Value;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// Compares values by what they mean: amounts, days, also a day with its ISO text, and text letter
/// by letter.
final class Meaning {
  private Meaning() {}

  /// Unset where a side is, and where an order is asked of what has none.
  static Truth compare(Comparison by, Optional<Value> left, Optional<Value> right) {
    if (left.isEmpty() || right.isEmpty()) return Truth.UNSET;
    return switch (by) {
      case EQUAL -> Truth.of(equal(left.get(), right.get()));
      case NOT_EQUAL -> Truth.of(!equal(left.get(), right.get()));
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> order(by, left.get(), right.get());
    };
  }

  private static boolean equal(Value left, Value right) {
    if (left instanceof Value.Date(var day) && right instanceof Value.Text(var text)) {
      return day.toString().equals(text);
    }
    if (left instanceof Value.Text(var text) && right instanceof Value.Date(var day)) {
      return day.toString().equals(text);
    }
    if (left instanceof Value.Text(var one) && right instanceof Value.Text(var other)) {
      return one.equals(other) || Moments.compare(one, other).equals(OptionalInt.of(0));
    }
    return left.equals(right);
  }

  private static Truth order(Comparison by, Value left, Value right) {
    if (left instanceof Value.Decimal(var a) && right instanceof Value.Decimal(var b)) {
      return order(by, a.compareTo(b));
    }
    if (left instanceof Value.Text(var one) && right instanceof Value.Text(var other)) {
      var moments = Moments.compare(one, other);
      if (moments.isPresent()) return order(by, moments.getAsInt());
    }
    Optional<LocalDate> first = day(left);
    Optional<LocalDate> second = first.isEmpty() ? Optional.empty() : day(right);
    return second.isEmpty() ? Truth.UNSET : order(by, first.get().compareTo(second.get()));
  }

  private static Truth order(Comparison by, int sign) {
    return switch (by) {
      case LESS -> Truth.of(sign < 0);
      case LESS_OR_EQUAL -> Truth.of(sign <= 0);
      case GREATER -> Truth.of(sign > 0);
      case GREATER_OR_EQUAL -> Truth.of(sign >= 0);
      case EQUAL, NOT_EQUAL -> Truth.UNSET;
    };
  }

  /// The day a date or an ISO text stands for.
  static Optional<LocalDate> day(Value value) {
    return switch (value) {
      case Value.Date(var day) -> Optional.of(day);
      case Value.Text(var text) -> Days.read(text);
      case Value.Decimal _, Value.Bool _, Value.Items _, Value.Fields _ -> Optional.empty();
    };
  }
}
