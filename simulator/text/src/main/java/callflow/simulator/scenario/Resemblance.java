package callflow.simulator.scenario;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which of several sentences comes nearest to another one.
final class Resemblance {
  private Resemblance() {}

  /// The sentence that shares most words with `text`; the last one when none shares any.
  static Optional<String> nearest(String text, List<String> sentences) {
    var wanted = words(text);
    return sentences.reversed().stream()
        .max(Comparator.comparingInt(sentence -> shared(wanted, words(sentence))));
  }

  private static int shared(Set<String> one, Set<String> other) {
    var both = new HashSet<>(one);
    both.retainAll(other);
    return both.size();
  }

  private static Set<String> words(String text) {
    return new HashSet<>(
        Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
  }
}
