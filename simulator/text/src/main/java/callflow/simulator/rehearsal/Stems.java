package callflow.simulator.rehearsal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Words made comparable: without endings, and without those that say nothing about what is meant.
final class Stems {
  private static final Set<String> STOP_WORDS =
      Set.of(
          ("a an the i you he she it we they me him her us them my your his its our their this that"
               + " these those is are was were be been am im ive id to of for in on at by with from"
               + " as and or do does did can could would will shall should may might must want"
               + " wants wanted like please hello hi hey so just need needs ask asks asking caller"
               + " customer say says saying get got have has had there here about some any um uh er"
               + " well ok okay thanks thank yes no not how what when where who which s dont if"
               + " whether then now up out")
              .split(" "));

  private Stems() {}

  /// The stems of the words that carry meaning; of all words when none does.
  static Set<String> meaningful(Collection<String> words) {
    var kept =
        words.stream()
            .filter(word -> !STOP_WORDS.contains(word))
            .map(Stems::stem)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return kept.isEmpty() ? all(words) : kept;
  }

  static Set<String> all(Collection<String> words) {
    return words.stream().map(Stems::stem).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static boolean saysNothing(Collection<String> words) {
    return STOP_WORDS.containsAll(words);
  }

  /// `bills` and `bill`, `paying` and `pay`, `queries` and `query` are the same.
  static String stem(String word) {
    if (word.length() > 5 && word.endsWith("ing")) return word.substring(0, word.length() - 3);
    if (word.length() > 4 && word.endsWith("ies"))
      return word.substring(0, word.length() - 3) + "y";
    if (word.length() > 4 && word.endsWith("ed")) return word.substring(0, word.length() - 2);
    boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
    return plural && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
  }
}
