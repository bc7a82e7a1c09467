package callflow.syntax;

import callflow.source.Located;
import callflow.value.DateRange;
import callflow.value.HourSpan;
import callflow.value.ScheduleName;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;

/// One entry of `schedules:`.
///
/// @param closed days on which nobody is there
/// @param holidays days with hours of their own
public record ScheduleDecl(
    Located<ScheduleName> name,
    Located<ZoneId> zone,
    List<Hours> open,
    List<Located<DateRange>> closed,
    List<Holiday> holidays) {

  /// Open on each of these days at these hours.
  public record Hours(List<DayOfWeek> days, Located<HourSpan> span) {}

  /// Days with hours of their own; closed where there are none.
  public record Holiday(Located<DateRange> dates, List<Located<HourSpan>> open) {}
}
