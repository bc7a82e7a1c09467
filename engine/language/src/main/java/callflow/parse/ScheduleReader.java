package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.ScheduleDecl;
import callflow.syntax.ScheduleDecl.Holiday;
import callflow.syntax.ScheduleDecl.Hours;
import callflow.value.DateRange;
import callflow.value.HourSpan;
import callflow.value.ScheduleName;
import callflow.value.SwitchName;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One entry of `schedules:`.
final class ScheduleReader {
  static final String EXAMPLE = "`schedules:` and below it `office: { zone: …, open: … }`";

  private static final String OPEN_EXAMPLE = "`open: { mon-fri: \"08:00-18:00\" }`";
  private static final String HOLIDAY_EXAMPLE = "`{ date: 2026-12-24, open: \"08:00-12:00\" }`";
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private ScheduleReader() {}

  static Optional<ScheduleDecl> read(Keyed entry) {
    var name = entry.name(ScheduleName::new);
    String owner = "the schedule `" + entry.value().name() + "`";
    return entry
        .value()
        .fields(owner, "`zone:` and `open:` below it")
        .flatMap(map -> {
          var zone = map.need("zone", "`zone: Europe/Berlin`").flatMap(ScheduleReader::zone);
          List<Hours> open =
              map.need("open", OPEN_EXAMPLE).map(ScheduleReader::open).orElse(List.of());
          List<Located<DateRange>> closed =
              map.take("closed").map(HoursReader::dates).orElse(List.of());
          List<Holiday> holidays =
              map.take("holidays").map(ScheduleReader::holidays).orElse(List.of());
          var emergency = map.take("emergency").flatMap(ScheduleReader::emergency);
          map.close();
          return name.flatMap(schedule ->
              zone.map(
                  there -> new ScheduleDecl(schedule, there, open, closed, holidays, emergency)));
        });
  }

  private static Optional<Located<SwitchName>> emergency(Slot slot) {
    if (!slot.isMapping()) return slot.shared(SwitchName::new);
    return slot.fields("`emergency`", "`emergency: { switch: storm }`")
        .flatMap(map -> {
          var name =
              map.need("switch", "`switch:` and the name of a switch")
                  .flatMap(word -> word.shared(SwitchName::new));
          map.close();
          return name;
        });
  }

  private static Optional<Located<ZoneId>> zone(Slot slot) {
    return slot.word("a time zone such as `Europe/Berlin`")
        .flatMap(word -> {
          try {
            return Optional.of(word.map(ZoneId::of));
          } catch (DateTimeException unknown) {
            bad(
                slot.findings(),
                word.span(),
                Quoted.of(word.value()) + " is no time zone",
                "write continent and city, such as `Europe/Berlin`");
            return Optional.empty();
          }
        });
  }

  private static List<Hours> open(Slot slot) {
    var hours = new ArrayList<Hours>();
    for (Keyed entry : slot.entries(OPEN_EXAMPLE)) {
      List<DayOfWeek> days = days(entry, slot.findings());
      List<Located<HourSpan>> spans = HoursReader.spans(entry.value());
      spans.forEach(span -> hours.add(new Hours(days, span)));
    }
    return List.copyOf(hours);
  }

  /// `mon`, or `mon-fri`; `sat-mon` goes over the weekend.
  private static List<DayOfWeek> days(Keyed entry, Findings findings) {
    String[] ends = entry.key().value().strip().toLowerCase(Locale.ROOT).split("-", 2);
    int first = DAYS.indexOf(ends[0].strip());
    int last = DAYS.indexOf(ends[ends.length - 1].strip());
    if (first < 0 || last < 0) {
      bad(
          findings,
          entry.key().span(),
          Quoted.of(entry.key().value()) + " is no day of the week",
          "write a day such as `sat`, or days such as `mon-fri`");
      return List.of();
    }
    var days = new ArrayList<DayOfWeek>();
    for (int day = first; ; day = (day + 1) % 7) {
      days.add(DayOfWeek.of(day + 1));
      if (day == last) return List.copyOf(days);
    }
  }

  /// Days with hours of their own; a day alone is closed.
  private static List<Holiday> holidays(Slot slot) {
    return slot.oneOrMore().stream().flatMap(item -> holiday(item).stream()).toList();
  }

  private static Optional<Holiday> holiday(Slot item) {
    if (!item.isMapping()) return HoursReader.date(item).map(day -> new Holiday(day, List.of()));
    return item.fields("an entry of `holidays`", HOLIDAY_EXAMPLE)
        .flatMap(map -> {
          var dates = map.need("date", "`date: 2026-12-24`").flatMap(HoursReader::date);
          List<Located<HourSpan>> open = map.take("open").map(HoursReader::spans).orElse(List.of());
          map.close();
          return dates.map(days -> new Holiday(days, open));
        });
  }

  static void bad(Findings findings, Span span, String message, String hint) {
    findings.add(Rule.BAD_SCHEDULE, span, message, hint);
  }
}
