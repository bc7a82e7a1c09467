package callflow.program;

import callflow.value.ScheduleName;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// Opening hours in one time zone.
///
/// @param closed whole days on which nobody is there, whatever the hours say
public record ScheduleDef(
    ScheduleName name, ZoneId zone, List<Hours> hours, Set<LocalDate> closed) {

  /// Open on one day of the week from `from` up to, but not at, `to`.
  public record Hours(DayOfWeek day, LocalTime from, LocalTime to) {}

  public ScheduleDef {
    hours = List.copyOf(hours);
    closed = Set.copyOf(closed);
  }

  public boolean openAt(Instant moment) {
    var there = moment.atZone(zone);
    var time = there.toLocalTime();
    return !closed.contains(there.toLocalDate())
        && hours.stream()
            .anyMatch(span ->
                span.day() == there.getDayOfWeek()
                    && !time.isBefore(span.from())
                    && time.isBefore(span.to()));
  }
}
