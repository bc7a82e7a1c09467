package callflow.simulator.rehearsal;

import callflow.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A plain yes or no, for values that are one of the two.
final class YesNoWords {
  private static final Set<String> YES =
      Set.of("yes", "yeah", "yep", "yup", "sure", "correct", "true", "absolutely", "definitely");
  private static final Set<String> NO =
      Set.of("no", "nope", "nah", "not", "never", "false", "dont");

  private YesNoWords() {}

  /// Empty when neither was said, or both.
  static Optional<Found> in(Sentence sentence) {
    var yes = first(sentence, YES, true);
    var no = first(sentence, NO, false);
    return yes.isPresent() && no.isPresent() ? Optional.empty() : yes.or(() -> no);
  }

  private static Optional<Found> first(Sentence sentence, Set<String> words, boolean value) {
    List<String> texts = sentence.words().stream().map(Word::text).toList();
    return texts.stream()
        .filter(words::contains)
        .findFirst()
        .map(texts::indexOf)
        .map(at -> new Found(new Value.Bool(value), at, at + 1, false));
  }
}
