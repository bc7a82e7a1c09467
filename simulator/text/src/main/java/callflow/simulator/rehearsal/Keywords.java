package callflow.simulator.rehearsal;

import callflow.engine.call.VoiceSetup.Fillable;
import java.util.LinkedHashSet;
import java.util.Set;

/// The words by which callers name a value: those of its name and of its description.
final class Keywords {
  private static final int BEFORE = 5;
  private static final int AFTER = 3;

  /// Words of descriptions that say what form a value has, not which one it is.
  private static final Set<String> FORM =
      Set.of(
          "digit", "number", "date", "amount", "figure", "valid", "value", "first", "last", "one",
          "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve");

  private Keywords() {}

  static Set<String> of(Fillable fillable) {
    return of(fillable.variable().value(), fillable.description());
  }

  static Set<String> of(String name, String description) {
    String text = name.replace('_', ' ').replace('-', ' ') + " " + description.replace("'s", "");
    var stems = new LinkedHashSet<>(Stems.meaningful(texts(Sentence.of(text))));
    var distinctive = new LinkedHashSet<>(stems);
    distinctive.removeAll(FORM);
    return distinctive.isEmpty() ? stems : distinctive;
  }

  /// Whether one of the words stands shortly before or after the value; `born` goes with a birth.
  static boolean near(Set<String> keywords, Sentence sentence, Found found) {
    int from = Math.max(0, found.from() - BEFORE);
    int to = Math.min(sentence.size(), found.to() + AFTER);
    for (int at = from; at < to; at++) {
      boolean inside = at >= found.from() && at < found.to();
      String stem = Stems.stem(sentence.at(at).text());
      if (inside) continue;
      if (keywords.contains(stem)) return true;
      if (stem.equals("born") && keywords.contains("birth")) return true;
    }
    return false;
  }

  /// Whether they speak of a day of birth, of which the year can't be guessed.
  static boolean isBirth(Set<String> keywords) {
    return keywords.contains("birth") || keywords.contains("born") || keywords.contains("birthday");
  }

  private static java.util.List<String> texts(Sentence sentence) {
    return sentence.words().stream().map(Word::text).toList();
  }
}
