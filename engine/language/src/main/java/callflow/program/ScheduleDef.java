package callflow.program;

import callflow.value.DateRange;
import callflow.value.HourSpan;
import callflow.value.ScheduleName;
import callflow.value.SwitchName;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/// Opening hours in one time zone.
///
/// @param special days with other hours than their weekday's; the first that names a day counts. It
///   says all there is about that day of the calendar: hours of the evening before end at its
///   midnight
/// @param emergency the switch that closes it whatever the clock says
public record ScheduleDef(
    ScheduleName name,
    ZoneId zone,
    List<Hours> hours,
    List<Special> special,
    Optional<SwitchName> emergency) {
  /// How many days ahead the next opening is looked for.
  static final int LOOK_AHEAD = 400;

  /// Open on one day of the week.
  public record Hours(DayOfWeek day, HourSpan span) {}

  /// Open on these days at these hours only; closed where there are none.
  public record Special(DateRange dates, List<HourSpan> open) {
    public Special {
      open = List.copyOf(open);
    }
  }

  public ScheduleDef {
    hours = List.copyOf(hours);
    special = List.copyOf(special);
  }

  /// Whether it is open by the clock; whoever asks looks at the emergency first.
  public boolean openAt(Instant moment) {
    var there = moment.atZone(zone);
    var day = there.toLocalDate();
    var time = there.toLocalTime();
    return hoursOf(day).stream().anyMatch(span -> span.coversOnItsDay(time))
        || (special(day).isEmpty()
            && hoursOf(day.minusDays(1)).stream().anyMatch(span -> span.coversOnTheNextDay(time)));
  }

  /// When it is closed no longer: the next moment at which it opens; empty when there is none for
  /// more than a year.
  public Optional<ZonedDateTime> opensAfter(Instant moment) {
    var today = moment.atZone(zone).toLocalDate();
    for (int ahead = 0; ahead <= LOOK_AHEAD; ahead++) {
      var day = today.plusDays(ahead);
      var opening =
          hoursOf(day).stream()
              .map(span -> day.atTime(span.from()).atZone(zone))
              .filter(from -> from.toInstant().isAfter(moment) && opensAt(from.toInstant()))
              .min(ZonedDateTime::compareTo);
      if (opening.isPresent()) return opening;
    }
    return Optional.empty();
  }

  private boolean opensAt(Instant moment) {
    return openAt(moment) && !openAt(moment.minusNanos(1));
  }

  private List<HourSpan> hoursOf(LocalDate day) {
    return special(day)
        .map(Special::open)
        .orElseGet(() ->
            hours.stream()
                .filter(each -> each.day() == day.getDayOfWeek())
                .map(Hours::span)
                .toList());
  }

  private Optional<Special> special(LocalDate day) {
    return special.stream().filter(each -> each.dates().contains(day)).findFirst();
  }
}
