package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import java.util.Collection;
import java.util.List;

/// A word that is none of those expected.
final class Mistyped {
  /// How many of the expected words a message lists.
  private static final int MAX_LISTED = 5;

  private Mistyped() {}

  static Diagnostic of(Rule rule, String label, Located<String> found, List<String> expected) {
    String message = label + " can't be " + Quoted.of(found.value());
    List<String> near = Synonyms.near(found.value(), expected);
    var finding = Diagnostic.of(rule, found.span(), message).withSuggestions(near);
    return near.isEmpty() ? finding.withHint("it can be " + listed(expected)) : finding;
  }

  /// `a`, `b` or `c`; the first five and a count when there are many more.
  static String listed(Collection<String> words) {
    if (words.size() <= MAX_LISTED + 2) return Quoted.anyOf(words);
    String first =
        String.join(", ", words.stream().limit(MAX_LISTED).map(word -> "`" + word + "`").toList());
    return first + " and " + (words.size() - MAX_LISTED) + " more";
  }
}
