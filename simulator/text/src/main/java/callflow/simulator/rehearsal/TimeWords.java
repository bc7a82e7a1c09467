package callflow.simulator.rehearsal;

import callflow.value.Moments;
import callflow.value.Value;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Times of day: `8:30`, `half past eight`, `eight thirty pm`, `at four in the afternoon`, `noon`.
///
/// A bare number is a time only after "at", before "o'clock" or with a part of the day, or where
/// hardly anything else was said.
final class TimeWords {
  private static final int BRIEF = 3;

  private TimeWords() {}

  static List<Found> in(Sentence sentence) {
    var times = new ArrayList<Found>();
    int at = 0;
    while (at < sentence.size()) {
      var time = at(sentence, at);
      time.ifPresent(times::add);
      at = time.map(Found::to).orElse(at + 1);
    }
    return times;
  }

  private static Optional<Found> at(Sentence sentence, int from) {
    if (sentence.is(from, "noon", "midday")) return found(LocalTime.NOON, from, from + 1);
    if (sentence.is(from, "midnight")) return found(LocalTime.MIDNIGHT, from, from + 1);
    return clock(sentence, from)
        .or(() -> relative(sentence, from))
        .or(() -> spoken(sentence, from))
        .flatMap(read -> partOfDay(sentence, from, read));
  }

  private static Optional<Read<LocalTime>> clock(Sentence sentence, int from) {
    return Moments.time(sentence.at(from).text()).flatMap(time -> Read.of(time, from + 1));
  }

  /// `half past eight`, `quarter to nine`, `ten past two`.
  private static Optional<Read<LocalTime>> relative(Sentence sentence, int from) {
    int at = sentence.is(from, "a") ? from + 1 : from;
    Optional<Read<Integer>> minutes =
        sentence.is(at, "half")
            ? Read.of(30, at + 1)
            : sentence.is(at, "quarter") ? Read.of(15, at + 1) : number(sentence, at);
    if (minutes.isEmpty() || !sentence.is(minutes.get().next(), "past", "to")) {
      return Optional.empty();
    }
    boolean before = sentence.is(minutes.get().next(), "to");
    int offset = before ? -minutes.get().value() : minutes.get().value();
    return number(sentence, minutes.get().next() + 1)
        .filter(hour -> hour.value() < 24)
        .flatMap(hour -> Read.of(LocalTime.of(hour.value(), 0).plusMinutes(offset), hour.next()));
  }

  /// `eight`, `eight thirty`, `eight o'clock`.
  private static Optional<Read<LocalTime>> spoken(Sentence sentence, int from) {
    var hour = number(sentence, from).filter(read -> read.value() < 24);
    if (hour.isEmpty()) return Optional.empty();
    int next = hour.get().next();
    var minutes = number(sentence, next).filter(read -> read.value() > 9 && read.value() < 60);
    boolean sharp = sentence.is(next, "oclock");
    int end = sharp ? next + 1 : minutes.map(Read::next).orElse(next);
    boolean meant =
        sharp
            || sentence.is(from - 1, "at", "around", "by")
            || isPartOfDay(sentence, end)
            || sentence.size() <= BRIEF;
    int minute = sharp ? 0 : minutes.map(Read::value).orElse(0);
    return meant ? Read.of(LocalTime.of(hour.get().value(), minute), end) : Optional.empty();
  }

  private static Optional<Read<Integer>> number(Sentence sentence, int at) {
    if (sentence.has(at) && sentence.at(at).text().matches("[0-9]{1,2}")) {
      return Read.of(Integer.valueOf(sentence.at(at).text()), at + 1);
    }
    return NumberWords.belowHundred(sentence, at);
  }

  private static boolean isPartOfDay(Sentence sentence, int at) {
    return sentence.is(at, "am", "pm")
        || (sentence.is(at, "a", "p") && sentence.is(at + 1, "m"))
        || (sentence.is(at, "in") && sentence.is(at + 2, "morning", "afternoon", "evening"))
        || sentence.is(at, "tonight");
  }

  /// Twelve hours are added for the second half of the day.
  private static Optional<Found> partOfDay(Sentence sentence, int from, Read<LocalTime> read) {
    int at = read.next();
    if (!isPartOfDay(sentence, at)) return found(read.value(), from, at);
    boolean late =
        sentence.is(at, "pm", "p", "tonight") || sentence.is(at + 2, "afternoon", "evening");
    int words = sentence.is(at, "in") ? 3 : sentence.is(at, "a", "p") ? 2 : 1;
    int hour = read.value().getHour();
    var time =
        late && hour < 12
            ? read.value().plusHours(12)
            : !late && hour == 12 ? read.value().minusHours(12) : read.value();
    return found(time, from, at + words);
  }

  private static Optional<Found> found(LocalTime time, int from, int to) {
    return Optional.of(new Found(new Value.Text(time.toString()), from, to, true));
  }
}
