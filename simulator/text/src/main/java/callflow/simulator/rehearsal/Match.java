package callflow.simulator.rehearsal;

import java.util.Comparator;
import java.util.List;

/// What the words of a caller come to among everything that is offered.
sealed interface Match {
  /// Fewer points than this are chance.
  int ENOUGH = 30;

  /// Two that are nearer to each other than this can't be told apart.
  int CLEAR = 6;

  record One(Scored best) implements Match {}

  /// Several fit about equally well.
  record Several(List<Scored> candidates) implements Match {}

  record None() implements Match {}

  record Scored(Intent intent, int points, String phrase) {
    String why() {
      return intent.label() + " with " + points + " points for “" + phrase + "”";
    }
  }

  /// Ranks what is offered by what was said.
  ///
  /// @param enough the points the best one must have at least
  static Match of(List<Intent> intents, Sentence sentence, int enough) {
    var said = sentence.texts();
    var wished = Negation.of(sentence).rest().texts();
    var ranked =
        intents.stream()
            .map(intent -> scored(intent, said, wished))
            .filter(scored -> scored.points() >= enough)
            .sorted(Comparator.comparingInt(Scored::points).reversed())
            .toList();
    if (ranked.isEmpty()) return new None();
    int best = ranked.getFirst().points();
    var tied = ranked.stream().filter(scored -> best - scored.points() < CLEAR).toList();
    return tied.size() == 1 ? new One(tied.getFirst()) : new Several(tied);
  }

  /// What is denied counts only for phrases that deny something themselves.
  private static Scored scored(Intent intent, List<String> said, List<String> wished) {
    return intent.phrases().stream()
        .map(phrase ->
            new Scored(intent, phrase.score(phrase.denies() ? said : wished), phrase.text()))
        .max(Comparator.comparingInt(Scored::points))
        .orElseGet(() -> new Scored(intent, 0, ""));
  }
}
