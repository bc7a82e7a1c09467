package callflow.syntax;

import callflow.source.Located;
import callflow.value.DateRange;
import callflow.value.HourSpan;
import callflow.value.ScheduleName;
import callflow.value.SwitchName;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// One entry of `schedules:`.
///
/// @param closed days on which nobody is there
/// @param holidays days with hours of their own
/// @param emergency the switch that closes it at any time
public record ScheduleDecl(
    Located<ScheduleName> name,
    Located<ZoneId> zone,
    List<Hours> open,
    List<Located<DateRange>> closed,
    List<Holiday> holidays,
    Optional<Located<SwitchName>> emergency) {

  /// Open on each of these days at these hours.
  public record Hours(List<DayOfWeek> days, Located<HourSpan> span) {}

  /// Days with hours of their own; closed where there are none.
  public record Holiday(Located<DateRange> dates, List<Located<HourSpan>> open) {}
}
