package callflow.expression;

import callflow.expression.Expression.Comparison;
import callflow.value.Value;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What the functions make of a value. Unset for a value they can't work with.
final class Working {
  /// Characters at the end that `mask` leaves readable.
  private static final int UNMASKED = 4;

  private Working() {}

  static Optional<Value> of(callflow.expression.Function function, Value value, LocalDate today) {
    return switch (function) {
      case AGE -> day(value, born -> ChronoUnit.YEARS.between(born, today));
      case DAYS_UNTIL -> day(value, day -> ChronoUnit.DAYS.between(today, day));
      case DAYS_SINCE -> day(value, day -> ChronoUnit.DAYS.between(day, today));
      case MASK -> text(value, text -> new Value.Text(masked(text)));
      case LENGTH -> text(value, text -> Value.Decimal.of(text.codePointCount(0, text.length())));
      case LOWER -> text(value, text -> new Value.Text(text.toLowerCase(Locale.ROOT)));
      case COUNT ->
          value instanceof Value.Items(var items)
              ? Optional.of(Value.Decimal.of(items.size()))
              : Optional.empty();
      case OPEN, OPENS_NEXT, CONFIRMED, SWITCH, ANNOUNCEMENT, KNOWN, MATCHES, CONTAINS ->
          Optional.empty();
    };
  }

  /// Unset where there is no list, or nothing to look for.
  static Truth contains(Optional<Value> list, Optional<Value> wanted) {
    if (wanted.isEmpty() || list.isEmpty() || !(list.get() instanceof Value.Items(var items))) {
      return Truth.UNSET;
    }
    return Truth.of(
        items.stream()
            .anyMatch(
                item -> Meaning.compare(Comparison.EQUAL, Optional.of(item), wanted) == Truth.YES));
  }

  private static Optional<Value> day(Value value, Function<LocalDate, Long> counted) {
    return Meaning.day(value).map(counted).map(Value.Decimal::of);
  }

  private static Optional<Value> text(Value value, Function<String, Value> worked) {
    return value instanceof Value.Text(var text)
        ? Optional.of(worked.apply(text))
        : Optional.empty();
  }

  private static String masked(String text) {
    int length = text.codePointCount(0, text.length());
    int hidden = length > UNMASKED ? length - UNMASKED : length;
    return "*".repeat(hidden) + text.substring(text.offsetByCodePoints(0, hidden));
  }
}
