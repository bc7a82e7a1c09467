package callflow.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Days written in text, such as `1990-02-28`.
final class Days {
  private static final int LENGTH = "1990-02-28".length();

  private Days() {}

  /// The day; empty for any other text.
  static Optional<LocalDate> read(String text) {
    if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }
}
