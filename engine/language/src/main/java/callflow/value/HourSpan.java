package callflow.value;

import java.time.LocalTime;

/// Hours of one day: from `from` up to, but not at, `to`; where that is not after `from`, they go
/// on into the next day.
///
/// The whole day is `00:00` to `00:00`.
public record HourSpan(LocalTime from, LocalTime to) {

  public boolean pastMidnight() {
    return !from.isBefore(to);
  }

  /// Whether they hold at this time of the day on which they begin.
  public boolean coversOnItsDay(LocalTime time) {
    return !time.isBefore(from) && (pastMidnight() || time.isBefore(to));
  }

  /// Whether they still hold at this time of the next day.
  public boolean coversOnTheNextDay(LocalTime time) {
    return pastMidnight() && time.isBefore(to);
  }

  /// Whether both hold at some time of the day on which they begin.
  public boolean overlaps(HourSpan other) {
    return coversOnItsDay(other.from) || other.coversOnItsDay(from);
  }
}
