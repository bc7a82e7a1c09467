package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.ScheduleDecl;
import callflow.syntax.ScheduleDecl.Hours;
import callflow.value.ScheduleName;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One entry of `schedules:`.
final class ScheduleReader {
  static final String EXAMPLE = "`schedules:` and below it `office: { zone: …, open: … }`";

  private static final String OPEN_EXAMPLE = "`open: { mon-fri: \"08:00-18:00\" }`";
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
          var closed = map.take("closed").map(ScheduleReader::dates).orElse(List.of());
          map.close();
          return name.flatMap(
              schedule -> zone.map(there -> new ScheduleDecl(schedule, there, open, closed)));
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

  private static List<Located<LocalDate>> dates(Slot slot) {
    return slot.oneOrMore().stream().flatMap(item -> item.date().stream()).toList();
  }

  private static List<Hours> open(Slot slot) {
    var hours = new ArrayList<Hours>();
    for (Keyed entry : slot.entries(OPEN_EXAMPLE)) {
      List<DayOfWeek> days = days(entry, slot.findings());
      for (Slot item : entry.value().oneOrMore()) {
        Optional<Located<String>> times = item.word("hours such as `08:00-18:00`");
        times.flatMap(word -> hours(days, word, slot.findings())).ifPresent(hours::add);
      }
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

  private static Optional<Hours> hours(
      List<DayOfWeek> days, Located<String> word, Findings findings) {
    String[] ends = word.value().split("-", 2);
    Optional<LocalTime> from = ends.length == 2 ? time(ends[0].strip()) : Optional.empty();
    Optional<LocalTime> to = ends.length == 2 ? time(ends[1].strip()) : Optional.empty();
    if (from.isEmpty() || to.isEmpty()) {
      bad(
          findings,
          word.span(),
          Quoted.of(word.value()) + " is no span of hours",
          "write `08:00-18:00`, from and up to, with two digits each");
      return Optional.empty();
    }
    if (!from.get().isBefore(to.get())) {
      bad(
          findings,
          word.span(),
          Quoted.of(word.value()) + " ends before it begins",
          "split hours that go past midnight: up to `24:00` on one day, from `00:00` on the next");
      return Optional.empty();
    }
    return Optional.of(new Hours(days, from.get(), to.get()));
  }

  private static Optional<LocalTime> time(String text) {
    if (text.equals("24:00")) return Optional.of(LocalTime.MAX);
    try {
      return text.length() == 5 ? Optional.of(LocalTime.parse(text)) : Optional.empty();
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static void bad(Findings findings, Span span, String message, String hint) {
    findings.add(Rule.BAD_SCHEDULE, span, message, hint);
  }
}
