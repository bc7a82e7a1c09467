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

  /// Reports the name unless it is one of those there are.
  ///
  /// @param kind what it should name: `state`
  /// @return whether there is such a name
  boolean isOneOf(Rule rule, Located<?> name, String kind, Collection<?> there) {
    return isOneOf(rule, name.value().toString(), name.span(), kind, there);
  }

  boolean isOneOf(Rule rule, String name, Span span, String kind, Collection<?> there) {
    var known = there.stream().map(Object::toString).toList();
    if (known.contains(name)) return true;
    String message = "there is no %s `%s` in this flow".formatted(kind, name);
    findings.add(
        Diagnostic.of(rule, span, message)
            .withHint(hint(kind, known))
            .withSuggestions(Nearest.of(name, known)));
    return false;
  }

  private static String hint(String kind, List<String> known) {
    if (known.isEmpty()) return "the flow has no " + kind + " at all";
    String more = known.size() > LISTED ? ", … (" + known.size() + " in all)" : "";
    return "write one of "
        + known.stream()
            .limit(LISTED)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "))
        + more;
  }
}
