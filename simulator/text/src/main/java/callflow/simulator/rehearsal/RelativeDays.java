package callflow.simulator.rehearsal;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/// Days counted from today: `tomorrow`, `the day after tomorrow`, `in two weeks`, `a week from
/// today`, `three days ago`, `friday`.
///
/// A weekday is the next one, `last friday` the one before today. What is counted from another day
/// than today (`a week from friday`, `friday next week`) is not understood, rather than taken for
/// the day it is counted from.
final class RelativeDays {
  /// Nobody counts further ahead; more is something else.
  private static final BigDecimal FARTHEST = BigDecimal.valueOf(1000);

  private final Sentence sentence;
  private final LocalDate today;

  RelativeDays(Sentence sentence, LocalDate today) {
    this.sentence = sentence;
    this.today = today;
  }

  /// The day named at this place, and the word after it.
  Optional<Read<LocalDate>> at(int from) {
    return aroundTomorrow(from)
        .or(() -> counted(from))
        .or(() -> byName(from).or(() -> weekday(from)).filter(read -> standsAlone(from, read)));
  }

  /// A weekday's name alone, which says nothing about the year.
  boolean isWeekday(int from) {
    return weekday(from).isPresent();
  }

  private Optional<Read<LocalDate>> byName(int at) {
    if (!sentence.has(at)) return Optional.empty();
    return switch (sentence.at(at).text()) {
      case "today" -> Read.of(today, at + 1);
      case "tomorrow" -> Read.of(today.plusDays(1), at + 1);
      case "yesterday" -> Read.of(today.minusDays(1), at + 1);
      default -> Optional.empty();
    };
  }

  private Optional<Read<LocalDate>> aroundTomorrow(int from) {
    int day = sentence.is(from, "the") ? from + 1 : from;
    if (!sentence.is(day, "day")) return Optional.empty();
    if (sentence.is(day + 1, "after") && sentence.is(day + 2, "tomorrow")) {
      return Read.of(today.plusDays(2), day + 3);
    }
    return sentence.is(day + 1, "before") && sentence.is(day + 2, "yesterday")
        ? Read.of(today.minusDays(2), day + 3)
        : Optional.empty();
  }

  /// `in a week`, `two weeks from now`, `three days ago`; a bare `two weeks` is a length of time.
  private Optional<Read<LocalDate>> counted(int from) {
    boolean in = sentence.is(from, "in");
    var count = count(in ? from + 1 : from);
    if (count.isEmpty()) return Optional.empty();
    int unit = count.get().next();
    int after = unit + 1;
    int many = count.get().value();
    if (sentence.is(after, "ago")) return shifted(unit, -many, after + 1);
    boolean fromToday = sentence.is(after, "from") && sentence.is(after + 1, "today", "now");
    if (fromToday) return shifted(unit, many, after + 2);
    boolean fromTomorrow = sentence.is(after, "from") && sentence.is(after + 1, "tomorrow");
    if (fromTomorrow) {
      return shifted(unit, many, after + 2)
          .flatMap(read -> Read.of(read.value().plusDays(1), read.next()));
    }
    boolean plainly = in && !sentence.is(after, "from") && !followsWeekday(from);
    int next = sentence.is(after, "time") ? after + 1 : after;
    return plainly ? shifted(unit, many, next) : Optional.empty();
  }

  /// `friday in two weeks` is not two weeks from today.
  private boolean followsWeekday(int from) {
    return weekday(from - 1).isPresent() && !sentence.at(from).afterBreak();
  }

  private Optional<Read<Integer>> count(int at) {
    if (sentence.is(at, "a", "one")) return Read.of(1, at + 1);
    return NumberWords.at(sentence, at)
        .filter(read -> read.value().scale() <= 0 && read.value().compareTo(FARTHEST) <= 0)
        .flatMap(read -> Read.of(read.value().intValue(), read.next()));
  }

  private Optional<Read<LocalDate>> shifted(int unit, int many, int next) {
    if (sentence.is(unit, "day", "days")) return Read.of(today.plusDays(many), next);
    if (sentence.is(unit, "week", "weeks")) return Read.of(today.plusWeeks(many), next);
    if (sentence.is(unit, "month", "months")) return Read.of(today.plusMonths(many), next);
    return Optional.empty();
  }

  private Optional<Read<LocalDate>> weekday(int from) {
    int at = sentence.is(from, "last", "next", "this") ? from + 1 : from;
    if (!sentence.has(at)) return Optional.empty();
    for (var day : DayOfWeek.values()) {
      if (!sentence.is(at, day.name().toLowerCase(Locale.ROOT))) continue;
      var which =
          sentence.is(from, "last") ? TemporalAdjusters.previous(day) : TemporalAdjusters.next(day);
      return Read.of(today.with(which), at + 1);
    }
    return Optional.empty();
  }

  /// Not a day from which another one is counted.
  private boolean standsAlone(int from, Read<LocalDate> read) {
    return !isCountedFrom(from) && !isMovedOn(read.next());
  }

  /// `after friday`, `a week from friday`, `next week friday`.
  private boolean isCountedFrom(int at) {
    return sentence.is(at - 1, "after", "before", "last", "next")
        || (sentence.is(at - 1, "from", "on") && isUnit(at - 2))
        || (sentence.is(at - 1, "week") && !sentence.at(at).afterBreak());
  }

  /// `friday week`, `friday next week`, `friday in two weeks`.
  private boolean isMovedOn(int next) {
    if (!sentence.has(next) || sentence.at(next).afterBreak()) return false;
    return sentence.is(next, "week")
        || (sentence.is(next, "next") && isUnit(next + 1))
        || (sentence.is(next, "in", "after") && isUnit(next + 2));
  }

  private boolean isUnit(int at) {
    return sentence.is(at, "day", "days", "week", "weeks", "month", "months");
  }
}
