package callflow.parse;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words of a file as times, numbers, dates and answers; empty when they are something else.
public final class Scalars {
  /// The longest time that can be written; a call is over long before.
  static final Duration MAX_DURATION = Duration.ofHours(24);

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,8})(ms|s|m|h)");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,30}([.][0-9]{1,10})?");
  private static final Pattern PHONE = Pattern.compile("[+][1-9][0-9]{5,14}");

  private Scalars() {}

  /// More than nothing, and at most [#MAX_DURATION].
  public static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) return Optional.empty();
    long amount = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        };
    boolean fits = duration.isPositive() && duration.compareTo(MAX_DURATION) <= 0;
    return fits ? Optional.of(duration) : Optional.empty();
  }

  /// Whether the text is a length of time, but none that [#duration] takes.
  static boolean isBeyondLimits(String text) {
    return DURATION.matcher(text).matches() && duration(text).isEmpty();
  }

  /// A length of time as it is written in a file.
  static String shown(Duration time) {
    long millis = time.toMillis();
    if (millis == 0) return "0s";
    if (millis % 1000 != 0) return millis + "ms";
    if (time.toSeconds() % 60 != 0) return time.toSeconds() + "s";
    return time.toMinutes() % 60 != 0 ? time.toMinutes() + "m" : time.toHours() + "h";
  }

  static Optional<Integer> integer(String text, int min, int max) {
    if (!text.matches("[0-9]{1,9}")) return Optional.empty();
    int number = Integer.parseInt(text);
    return number >= min && number <= max ? Optional.of(number) : Optional.empty();
  }

  static Optional<BigDecimal> decimal(String text) {
    return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  static Optional<Boolean> bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> Optional.of(true);
      case "false", "no", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static Optional<LocalDate> date(String text) {
    try {
      return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /// Whether the text is a telephone number in the international form (E.164): `+4930123456`.
  public static boolean isPhoneNumber(String text) {
    return PHONE.matcher(text).matches();
  }
}
