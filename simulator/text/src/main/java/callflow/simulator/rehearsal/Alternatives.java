package callflow.simulator.rehearsal;

import java.util.List;

/// Values between which the caller has not decided: "checkup or vaccination", "between 50 and 60".
final class Alternatives {
  private Alternatives() {}

  /// Whether another value of the same kind stands beside this one as a second possibility.
  static boolean isOne(Sentence sentence, Found found, List<Found> all) {
    return all.stream()
        .filter(other -> !other.overlaps(found))
        .anyMatch(other -> joined(sentence, found, other) || joined(sentence, other, found));
  }

  private static boolean joined(Sentence sentence, Found first, Found second) {
    int word = first.to();
    while (sentence.is(word, "a", "an", "the", "euro", "euros", "dollars", "pounds")) word++;
    if (!sentence.is(word, "or", "and", "to")) return false;
    int next = word + 1;
    while (sentence.is(next, "a", "an", "the", "maybe", "perhaps", "on", "rather")) next++;
    if (next != second.from()) return false;
    return sentence.is(word, "or")
        || sentence.is(first.from() - 1, sentence.is(word, "and") ? "between" : "from");
  }
}
