package callflow.simulator.rehearsal;

import callflow.value.Types;
import callflow.value.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// A date of which only a part is said anew: "no, the fifth", "sorry, in March", "not 1990, 1991".
final class DateRevision {
  private final Sentence sentence;
  private final LocalDate before;
  private final Values values;

  DateRevision(Sentence sentence, LocalDate before, Values values) {
    this.sentence = sentence;
    this.before = before;
    this.values = values;
  }

  /// The date as it is after the correction; empty when no part of a date was said.
  Optional<Found> found() {
    return dayAndMonth().or(this::part);
  }

  /// "no, the fifth of march"
  private Optional<Found> dayAndMonth() {
    return values.of(Types.DATE).stream()
        .filter(values::lacksYear)
        .findFirst()
        .flatMap(found ->
            found.value() instanceof Value.Date(var said)
                ? changed(
                    before.getYear(),
                    said.getMonthValue(),
                    said.getDayOfMonth(),
                    found.from(),
                    found.to())
                : Optional.empty());
  }

  private Optional<Found> part() {
    for (int at = 0; at < sentence.size(); at++) {
      int here = at;
      var part =
          day(here)
              .or(() -> month(here))
              .or(() -> year(here))
              .filter(found -> !values.isDenied(found));
      if (part.isPresent()) return part;
    }
    return Optional.empty();
  }

  private Optional<Found> day(int at) {
    return DateWords.ordinal(sentence, at)
        .flatMap(
            day -> changed(before.getYear(), before.getMonthValue(), day.value(), at, day.next()));
  }

  private Optional<Found> month(int at) {
    return new DateWords(sentence, false, LocalDate.EPOCH)
        .month(at)
        .flatMap(month ->
            changed(before.getYear(), month.value(), before.getDayOfMonth(), at, month.next()));
  }

  /// Another year than before: "not 1990, 1991".
  private Optional<Found> year(int at) {
    boolean isYear = sentence.at(at).text().matches("[0-9]{4}");
    boolean another = isYear && Integer.parseInt(sentence.at(at).text()) != before.getYear();
    return another
        ? changed(
            Integer.parseInt(sentence.at(at).text()),
            before.getMonthValue(),
            before.getDayOfMonth(),
            at,
            at + 1)
        : Optional.empty();
  }

  private static Optional<Found> changed(int year, int month, int day, int from, int to) {
    try {
      return Optional.of(new Found(new Value.Date(LocalDate.of(year, month, day)), from, to, true));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
