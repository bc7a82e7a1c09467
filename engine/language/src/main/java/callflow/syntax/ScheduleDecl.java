package callflow.syntax;

import callflow.source.Located;
import callflow.value.ScheduleName;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/// One entry of `schedules:`.
public record ScheduleDecl(
    Located<ScheduleName> name,
    Located<ZoneId> zone,
    List<Hours> open,
    List<Located<LocalDate>> closed) {

  /// Open on these days from `from` up to, but not at, `to`.
  public record Hours(List<DayOfWeek> days, LocalTime from, LocalTime to) {}
}
