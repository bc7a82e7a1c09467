package callflow.diagnostic;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The names an author may have meant by a word nobody knows.
public final class Nearest {
  /// How many names are offered; more would be a list to read, not a suggestion.
  public static final int MAX_NAMES = 3;

  /// Longer words are never compared: nobody writes them, and comparing is quadratic.
  private static final int MAX_LENGTH = 100;

  private static final int SAME_WORDS = 1;

  private Nearest() {}

  /// The names that differ from `word` by at most two slips of the finger (one in words of up to
  /// four letters), or only in capitals, in the order of their words, or in what joins them.
  ///
  /// @return the nearest first, [#MAX_NAMES] at most; empty when nothing is near
  public static List<String> of(String word, Collection<String> names) {
    return names.stream()
        .distinct()
        .filter(name -> !name.equals(word))
        .map(name -> new Ranked(name, distance(word, name)))
        .filter(ranked -> ranked.distance() <= allowed(word, ranked.name()))
        .sorted(Comparator.comparingInt(Ranked::distance))
        .limit(MAX_NAMES)
        .map(Ranked::name)
        .toList();
  }

  private record Ranked(String name, int distance) {}

  private static int allowed(String word, String name) {
    return Math.max(word.length(), name.length()) <= 4 ? 1 : 2;
  }

  private static int distance(String word, String name) {
    if (word.length() > MAX_LENGTH || name.length() > MAX_LENGTH) return Integer.MAX_VALUE;
    if (words(word).equals(words(name))) return SAME_WORDS;
    if (Math.abs(word.length() - name.length()) > 2) return Integer.MAX_VALUE;
    return slips(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
  }

  private static List<String> words(String name) {
    String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    return Arrays.stream(spaced.split("[_\\-. ]+")).sorted().toList();
  }

  /// Edit distance in which swapping two neighbours counts once (optimal string alignment).
  private static int slips(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) rows[i][0] = i;
    for (int j = 0; j <= b.length(); j++) rows[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(rows[i - 1][j], rows[i][j - 1]) + 1;
        best = Math.min(best, rows[i - 1][j - 1] + change);
        if (swapped(a, b, i, j)) best = Math.min(best, rows[i - 2][j - 2] + 1);
        rows[i][j] = best;
      }
    }
    return rows[a.length()][b.length()];
  }

  private static boolean swapped(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
