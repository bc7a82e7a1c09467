package callflow.value;

import callflow.value.Fit.Fits;
import callflow.value.Fit.Misfit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Times of day and moments, which values keep as text: `08:30`, `2026-03-02T08:30`, and with what
/// the clock there is ahead of UTC, `2026-03-02T08:30+01:00`.
public final class Moments {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{2})(:[0-9]{2})?");
  private static final Pattern MOMENT =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?"
              + "(Z|[+-][0-9]{2}:[0-9]{2})?");

  private static final int LONGEST = 40;

  private Moments() {}

  static Fit time(Value value) {
    return value instanceof Value.Text(var text) && time(text.strip()).isPresent()
        ? new Fits(new Value.Text(time(text.strip()).get().toString()))
        : new Misfit("needs to be a time of day such as 08:30");
  }

  static Fit moment(Value value) {
    return value instanceof Value.Text(var text) && moment(text.strip()).isPresent()
        ? new Fits(new Value.Text(written(text.strip())))
        : new Misfit("needs to be a date with a time, such as 2026-03-02T08:30");
  }

  /// The time of day that a text is, to the minute; empty for any other text.
  public static Optional<LocalTime> time(String text) {
    var parts = TIME.matcher(text);
    if (!parts.matches()) return Optional.empty();
    int hour = Integer.parseInt(parts.group(1));
    int minute = Integer.parseInt(parts.group(2));
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  /// The moment that a text is, by the clock of the place it was written for; empty for any other
  /// text.
  public static Optional<LocalDateTime> moment(String text) {
    if (!MOMENT.matcher(text).matches()) return Optional.empty();
    try {
      String plain = text.replace(' ', 'T');
      return Optional.of(
          hasOffset(plain)
              ? OffsetDateTime.parse(plain).toLocalDateTime()
              : LocalDateTime.parse(plain));
    } catch (DateTimeException noMoment) {
      return Optional.empty();
    }
  }

  /// Which comes first: of two moments with an offset the one that does, else the one whose clock
  /// shows less. Times of day are compared with times of day. Empty where there is no order.
  public static OptionalInt compare(String one, String other) {
    if (!isTimed(one) || !isTimed(other)) return OptionalInt.empty();
    var times = both(time(one), time(other));
    if (times.isPresent()) return times;
    Optional<LocalDateTime> first = moment(one);
    Optional<LocalDateTime> second = moment(other);
    return first.isPresent() && second.isPresent() && hasOffset(one) && hasOffset(other)
        ? OptionalInt.of(instant(one).compareTo(instant(other)))
        : both(first, second);
  }

  /// A quick look that spares most texts a closer one.
  private static boolean isTimed(String text) {
    int length = text.length();
    return length >= 4
        && length <= LONGEST
        && text.charAt(0) <= '9'
        && (text.charAt(1) == ':'
            || text.charAt(2) == ':'
            || (length > 10 && text.charAt(4) == '-'));
  }

  private static Instant instant(String moment) {
    return OffsetDateTime.parse(moment.replace(' ', 'T')).toInstant();
  }

  private static <T extends Comparable<? super T>> OptionalInt both(
      Optional<T> one, Optional<T> other) {
    return one.isPresent() && other.isPresent()
        ? OptionalInt.of(Integer.signum(one.get().compareTo(other.get())))
        : OptionalInt.empty();
  }

  private static boolean hasOffset(String text) {
    return text.endsWith("Z") || text.matches(".*[+-][0-9]{2}:[0-9]{2}");
  }

  private static String written(String text) {
    String plain = text.replace(' ', 'T');
    return hasOffset(plain)
        ? OffsetDateTime.parse(plain).truncatedTo(ChronoUnit.SECONDS).toString()
        : LocalDateTime.parse(plain).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
