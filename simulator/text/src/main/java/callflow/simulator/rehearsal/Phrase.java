package callflow.simulator.rehearsal;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Words that stand for an intent, and how much they count.
///
/// The score is `weight` times two shares: how much of what the caller said is in the phrase, which
/// counts twice, and how much of the phrase the caller said.
record Phrase(String text, int weight) {
  static final int EXAMPLE = 100;
  static final int DESCRIPTION = 80;
  static final int NAME = 60;

  /// The caller said the example and nothing else.
  static final int EXACT = 150;

  static List<Phrase> examples(List<String> examples) {
    return examples.stream().map(example -> new Phrase(example, EXAMPLE)).toList();
  }

  static Phrase name(String name) {
    return new Phrase(name.replace('_', ' ').replace('-', ' '), NAME);
  }

  boolean denies() {
    return Negation.isIn(Sentence.of(text));
  }

  int score(List<String> said) {
    var own = Sentence.of(text).texts();
    if (own.isEmpty() || said.isEmpty()) return 0;
    if (weight == EXAMPLE && own.equals(said)) return EXACT;
    if (weight == EXAMPLE && Collections.indexOfSubList(said, own) >= 0) return EXAMPLE;
    boolean nothing = Stems.saysNothing(own);
    var wanted = nothing ? Stems.all(own) : Stems.meaningful(own);
    var heard = nothing ? Stems.all(said) : Stems.meaningful(said);
    return weighed(wanted, heard);
  }

  private int weighed(Set<String> wanted, Set<String> heard) {
    var shared = new HashSet<>(wanted);
    shared.retainAll(heard);
    double ofHeard = (double) shared.size() / heard.size();
    double ofWanted = (double) shared.size() / wanted.size();
    return (int) Math.round(weight * (2 * ofHeard + ofWanted) / 3);
  }
}
