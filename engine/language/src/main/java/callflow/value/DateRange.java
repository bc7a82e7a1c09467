package callflow.value;

import java.time.LocalDate;

/// Days of the calendar, the first and the last among them.
public record DateRange(LocalDate first, LocalDate last) {
  public DateRange {
    if (last.isBefore(first)) throw new IllegalArgumentException(first + ".." + last);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  public boolean overlaps(DateRange other) {
    return !other.last.isBefore(first) && !last.isBefore(other.first);
  }

  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + ".." + last;
  }
}
