package callflow.simulator.scenario;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Collects findings about names, each with what its author may have meant.
final class Names {
  /// More are not listed in a hint.
  private static final int LISTED = 8;

  private final List<Diagnostic> findings = new ArrayList<>();

  List<Diagnostic> findings() {
    return List.copyOf(findings);
  }

  void add(Diagnostic finding) {
    findings.add(finding);
  }

  void add(Rule rule, Span span, String message, String hint) {
    findings.add(Diagnostic.of(rule, span, message).withHint(hint));
  }

  /// Reports the name unless it is one of those the flow has.
  ///
  /// @param kind what it should name: `state`
  /// @return whether there is such a name
  boolean isOneOf(Rule rule, Located<?> name, String kind, Collection<?> there) {
    String word = name.value().toString();
    return isOneOf(rule, word, name.span(), missing(kind, word), there);
  }

  static String missing(String kind, String word) {
    return "there is no %s `%s` in this flow".formatted(kind, word);
  }

  /// Reports `message` unless the word is one of those there are.
  boolean isOneOf(Rule rule, String word, Span span, String message, Collection<?> there) {
    var known = there.stream().map(Object::toString).toList();
    if (known.contains(word)) return true;
    findings.add(
        Diagnostic.of(rule, span, message)
            .withHint(hint(known))
            .withSuggestions(Nearest.of(word, known)));
    return false;
  }

  private static String hint(List<String> known) {
    if (known.isEmpty()) return "there is none at all; leave it out";
    if (known.size() == 1) return "write `" + known.getFirst() + "`, the only one there is";
    String more = known.size() > LISTED ? ", … (" + known.size() + " in all)" : "";
    return "write one of "
        + known.stream()
            .limit(LISTED)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "))
        + more;
  }
}
