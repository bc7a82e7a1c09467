package callflow.simulator.rehearsal;

import callflow.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Figures said one by one or in pairs: `one two three`, `double five`, `oh seven`, `twelve
/// thirty-four`, `1234 5678`.
///
/// Commas inside a row of figures don't end it: people type them where they would breathe.
final class DigitWords {
  private DigitWords() {}

  /// All rows of figures, from left to right, each as long as it goes.
  ///
  /// @param taken what is something else already, such as a date; no row reaches into it
  static List<Found> in(Sentence sentence, List<Found> taken) {
    var rows = new ArrayList<Found>();
    int at = 0;
    while (at < sentence.size()) {
      var row = row(sentence, at, end(sentence, taken, at));
      if (row.isPresent()) {
        rows.add(row.get());
        at = row.get().to();
      } else {
        at++;
      }
    }
    return rows;
  }

  /// Where a row that begins at `at` must end at the latest; `at` itself inside something taken.
  private static int end(Sentence sentence, List<Found> taken, int at) {
    return taken.stream()
        .filter(found -> found.to() > at)
        .mapToInt(found -> Math.max(at, found.from()))
        .min()
        .orElse(sentence.size());
  }

  private static Optional<Found> row(Sentence sentence, int from, int end) {
    if (sentence.is(from, "oh", "o") && figures(sentence, from + 1).isEmpty()) {
      return Optional.empty();
    }
    var figures = new StringBuilder();
    int at = from;
    while (at < end) {
      var more = figures(sentence, at).filter(read -> read.next() <= end);
      if (more.isEmpty()) break;
      figures.append(more.get().value());
      at = more.get().next();
    }
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(new Value.Text(figures.toString()), from, at, false));
  }

  private static Optional<Read<String>> figures(Sentence sentence, int at) {
    if (!sentence.has(at)) return Optional.empty();
    var word = sentence.at(at);
    if (word.text().matches("[0-9]+([./-][0-9]+)*")) {
      return Read.of(word.text().replaceAll("[./-]", ""), at + 1);
    }
    if (word.is("oh", "o", "nought", "nil")) return Read.of("0", at + 1);
    if (word.is("double")) return repeated(sentence, at + 1, 2);
    if (word.is("triple", "treble")) return repeated(sentence, at + 1, 3);
    return NumberWords.belowHundred(sentence, at)
        .flatMap(read -> Read.of(Integer.toString(read.value()), read.next()));
  }

  private static Optional<Read<String>> repeated(Sentence sentence, int at, int times) {
    return figures(sentence, at)
        .filter(read -> read.value().length() == 1)
        .flatMap(read -> Read.of(read.value().repeat(times), read.next()));
  }
}
