package callflow.simulator.rehearsal;

import callflow.value.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Days of the calendar: `1990-02-02`, `02/02/1990`, `the first of february 1990`, `February 2nd,
/// 1990`, `2 feb 90`, `today`.
///
/// `03/04/1990` is the third of April, unless the flow's voice speaks American English; where only
/// one reading is possible (`02/28/1990`) it is taken. A year of two figures up to 29 belongs to
/// this century. A day without a year is the next such day, counted from today.
final class DateWords {
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final List<String> ORDINALS =
      List.of(
          "",
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth",
          "twentieth");

  private final Sentence sentence;
  private final boolean monthFirst;
  private final LocalDate today;
  private final RelativeDays relative;
  private final Set<Integer> withoutYear = new HashSet<>();

  /// Looks for days in one sentence.
  ///
  /// @param monthFirst whether `03/04/1990` is the fourth of March
  DateWords(Sentence sentence, boolean monthFirst, LocalDate today) {
    this.sentence = sentence;
    this.monthFirst = monthFirst;
    this.today = today;
    this.relative = new RelativeDays(sentence, today);
  }

  /// All days, from left to right.
  List<Found> all() {
    var days = new ArrayList<Found>();
    int at = 0;
    while (at < sentence.size()) {
      var day = at(at);
      if (day.isPresent()) {
        boolean plain = relative.at(at).isEmpty() && !withoutYear.contains(at);
        days.add(new Found(new Value.Date(day.get().value()), at, day.get().next(), plain));
        at = day.get().next();
      } else {
        at++;
      }
    }
    return days;
  }

  private Optional<Read<LocalDate>> at(int from) {
    return figures(from)
        .or(() -> relative(from))
        .or(() -> dayFirst(from))
        .or(() -> monthFirst(from));
  }

  /// Those days of [#all] whose year was not said.
  Set<Found> yearless() {
    return all().stream()
        .filter(day -> withoutYear.contains(day.from()) || relative.isWeekday(day.from()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// `friday, the 9th of january` is the ninth.
  private Optional<Read<LocalDate>> relative(int from) {
    var day = relative.at(from);
    if (!relative.isWeekday(from) || day.isEmpty()) return day;
    int next = day.get().next();
    boolean dated = sentence.has(next) && dated(next).isPresent();
    return dated ? Optional.empty() : day;
  }

  private Optional<Read<LocalDate>> dated(int from) {
    return figures(from).or(() -> dayFirst(from)).or(() -> monthFirst(from));
  }

  private Optional<Read<LocalDate>> figures(int at) {
    String[] parts = sentence.at(at).text().split("[./-]", -1);
    if (parts.length != 3 || !sentence.at(at).text().matches("[0-9]{1,4}([./-][0-9]{1,4}){2}")) {
      return Optional.empty();
    }
    if (parts[0].length() == 4) return day(parts[0], parts[1], parts[2], at + 1);
    String year = parts[2];
    return monthFirst
        ? day(year, parts[0], parts[1], at + 1).or(() -> day(year, parts[1], parts[0], at + 1))
        : day(year, parts[1], parts[0], at + 1).or(() -> day(year, parts[0], parts[1], at + 1));
  }

  private static Optional<Read<LocalDate>> day(String year, String month, String day, int next) {
    return day(fullYear(year), Integer.parseInt(month), Integer.parseInt(day), next);
  }

  private static Optional<Read<LocalDate>> day(int year, int month, int day, int next) {
    try {
      return Read.of(LocalDate.of(year, month, day), next);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int fullYear(String figures) {
    int year = Integer.parseInt(figures);
    return figures.length() > 2 ? year : year <= 29 ? 2000 + year : 1900 + year;
  }

  /// `the first of february 1990`, `2 feb 90`.
  private Optional<Read<LocalDate>> dayFirst(int from) {
    var day = dayOfMonth(sentence.is(from, "the") ? from + 1 : from);
    if (day.isEmpty()) return Optional.empty();
    int next = sentence.is(day.get().next(), "day") ? day.get().next() + 1 : day.get().next();
    var month = month(sentence.is(next, "of") ? next + 1 : next);
    return month.flatMap(found -> complete(from, found.value(), day.get().value(), found.next()));
  }

  /// `february the second 1990`, `February 2nd, 1990`.
  private Optional<Read<LocalDate>> monthFirst(int from) {
    var month = month(from);
    if (month.isEmpty()) return Optional.empty();
    int next = month.get().next();
    var day = dayOfMonth(sentence.is(next, "the") ? next + 1 : next);
    return day.flatMap(found -> complete(from, month.get().value(), found.value(), found.next()));
  }

  private Optional<Read<LocalDate>> complete(int from, int month, int day, int at) {
    var year = year(sentence.is(at, "in") ? at + 1 : at);
    if (year.isPresent()) return day(year.get().value(), month, day, year.get().next());
    boolean unread = sentence.has(at) && !sentence.at(at).afterBreak();
    if (unread && NumberWords.at(sentence, at).isPresent()) return Optional.empty();
    withoutYear.add(from);
    return nextSuch(month, day, at);
  }

  /// The twenty-ninth of February comes at the latest after eight years.
  private Optional<Read<LocalDate>> nextSuch(int month, int day, int next) {
    for (int year = today.getYear(); year <= today.getYear() + 8; year++) {
      var such = day(year, month, day, next).filter(read -> !read.value().isBefore(today));
      if (such.isPresent()) return such;
    }
    return Optional.empty();
  }

  Optional<Read<Integer>> month(int at) {
    return sentence.has(at) ? month(sentence.at(at).text(), at + 1) : Optional.empty();
  }

  private static Optional<Read<Integer>> month(String word, int next) {
    for (int month = 0; month < MONTHS.size(); month++) {
      if (goesBy(MONTHS.get(month), word)) {
        return Read.of(month + 1, next);
      }
    }
    return Optional.empty();
  }

  private static boolean goesBy(String month, String word) {
    return word.equals(month)
        || word.equals(month.substring(0, 3))
        || (word.equals("sept") && month.startsWith(word));
  }

  /// `2`, `2nd`, `two`, `second`, `twenty-second`, `thirtieth`.
  private Optional<Read<Integer>> dayOfMonth(int at) {
    return ordinal(sentence, at)
        .or(() ->
            NumberWords.belowHundred(sentence, at)
                .or(() -> shortFigures(at))
                .filter(read -> read.value() >= 1 && read.value() <= 31));
  }

  private Optional<Read<Integer>> shortFigures(int at) {
    return sentence.has(at) && sentence.at(at).text().matches("[0-9]{1,2}")
        ? Read.of(Integer.parseInt(sentence.at(at).text()), at + 1)
        : Optional.empty();
  }

  /// `second`, `2nd`, `twenty-second`; 1 to 31.
  static Optional<Read<Integer>> ordinal(Sentence sentence, int at) {
    if (!sentence.has(at)) return Optional.empty();
    String word = sentence.at(at).text();
    if (word.matches("[0-9]{1,2}(st|nd|rd|th)")) {
      return Read.of(Integer.parseInt(word.substring(0, word.length() - 2)), at + 1);
    }
    if (ORDINALS.indexOf(word) > 0) return Read.of(ORDINALS.indexOf(word), at + 1);
    if (word.equals("thirtieth")) return Read.of(30, at + 1);
    int tens = NumberWords.tens(word);
    int ones = sentence.has(at + 1) ? ORDINALS.indexOf(sentence.at(at + 1).text()) : -1;
    boolean joined = tens >= 20 && ones >= 1 && ones <= 9 && tens + ones <= 31;
    return joined ? Read.of(tens + ones, at + 2) : Optional.empty();
  }

  /// `1990`, `90`, `nineteen ninety`, `nineteen oh five`, `two thousand and five`, `twenty
  /// twenty-six`.
  private Optional<Read<Integer>> year(int at) {
    if (!sentence.has(at)) return Optional.empty();
    String word = sentence.at(at).text();
    if (word.matches("[0-9]{4}|[0-9]{2}")) return Read.of(fullYear(word), at + 1);
    return century(at).or(() -> thousands(at));
  }

  private Optional<Read<Integer>> century(int at) {
    int century = NumberWords.small(sentence.at(at).text());
    if (sentence.at(at).text().equals("twenty")) century = 20;
    if (century < 18 || century > 20) return Optional.empty();
    int hundreds = century * 100;
    if (sentence.is(at + 1, "hundred")) return Read.of(hundreds, at + 2);
    if (sentence.is(at + 1, "oh", "o")) {
      int ones = sentence.has(at + 2) ? NumberWords.small(sentence.at(at + 2).text()) : -1;
      return ones >= 1 && ones <= 9 ? Read.of(hundreds + ones, at + 3) : Optional.empty();
    }
    return NumberWords.belowHundred(sentence, at + 1)
        .filter(read -> read.value() >= 10)
        .flatMap(read -> Read.of(hundreds + read.value(), read.next()));
  }

  private Optional<Read<Integer>> thousands(int at) {
    return NumberWords.at(sentence, at)
        .filter(read -> read.value().scale() <= 0)
        .filter(read -> read.value().intValue() >= 1000 && read.value().intValue() <= 2999)
        .flatMap(read -> Read.of(read.value().intValue(), read.next()));
  }
}
