package callflow.parse;

import callflow.source.Located;
import callflow.value.DateRange;
import callflow.value.HourSpan;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// Hours of a day (`08:00-18:00`) and days of the calendar (`2026-12-24..2027-01-01`).
final class HoursReader {
  /// The longest range of days that can be written; a longer one is a slip of the year.
  private static final int MAX_DAYS = 366;

  private HoursReader() {}

  static List<Located<HourSpan>> spans(Slot slot) {
    return slot.oneOrMore().stream()
        .flatMap(item -> item.word("hours such as `08:00-18:00`").stream())
        .flatMap(word -> span(word, slot.findings()).stream())
        .toList();
  }

  private static Optional<Located<HourSpan>> span(Located<String> word, Findings findings) {
    String[] ends = word.value().split("-", 2);
    var from = ends.length == 2 ? time(ends[0].strip()) : Optional.<LocalTime>empty();
    var to = ends.length == 2 ? end(ends[1].strip()) : Optional.<LocalTime>empty();
    if (from.isEmpty() || to.isEmpty()) {
      ScheduleReader.bad(
          findings,
          word.span(),
          Quoted.of(word.value()) + " is no span of hours",
          "write `08:00-18:00`, from and up to, with two digits each");
      return Optional.empty();
    }
    if (from.get().equals(to.get()) && !isWholeDay(ends)) {
      ScheduleReader.bad(
          findings,
          word.span(),
          Quoted.of(word.value()) + " ends when it begins",
          "write `00:00-24:00` for the whole day");
      return Optional.empty();
    }
    return Optional.of(word.map(_ -> new HourSpan(from.get(), to.get())));
  }

  private static boolean isWholeDay(String[] ends) {
    return ends[1].strip().equals("24:00");
  }

  private static Optional<LocalTime> end(String text) {
    return text.equals("24:00") ? Optional.of(LocalTime.MIDNIGHT) : time(text);
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return text.length() == 5 ? Optional.of(LocalTime.parse(text)) : Optional.empty();
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  static List<Located<DateRange>> dates(Slot slot) {
    return slot.oneOrMore().stream().flatMap(item -> date(item).stream()).toList();
  }

  /// One day, or the first and the last with two dots between them.
  static Optional<Located<DateRange>> date(Slot slot) {
    if (!slot.isText()) return single(slot);
    return slot.word("a date such as `2026-12-25`")
        .flatMap(word -> {
          int dots = word.value().indexOf("..");
          return dots < 0 ? single(slot) : range(slot, word, dots);
        });
  }

  private static Optional<Located<DateRange>> single(Slot slot) {
    return slot.date().map(day -> day.map(date -> new DateRange(date, date)));
  }

  private static Optional<Located<DateRange>> range(Slot slot, Located<String> word, int dots) {
    Optional<LocalDate> first = Scalars.date(word.value().substring(0, dots).strip());
    Optional<LocalDate> last = Scalars.date(word.value().substring(dots + 2).strip());
    if (first.isEmpty() || last.isEmpty()) {
      slot.mismatch(
          "two dates such as `2026-12-24..2027-01-01`", "write the first day, two dots, the last");
      return Optional.empty();
    }
    if (last.get().isBefore(first.get())) {
      ScheduleReader.bad(
          slot.findings(),
          word.span(),
          Quoted.of(word.value()) + " ends before it begins",
          "write the first day, two dots, and the last: `" + last.get() + ".." + first.get() + "`");
      return Optional.empty();
    }
    if (first.get().plusDays(MAX_DAYS).isBefore(last.get())) {
      ScheduleReader.bad(
          slot.findings(),
          word.span(),
          Quoted.of(word.value()) + " is longer than a year",
          "write the range year by year, or look whether a year is mistyped");
      return Optional.empty();
    }
    return Optional.of(word.map(_ -> new DateRange(first.get(), last.get())));
  }
}
