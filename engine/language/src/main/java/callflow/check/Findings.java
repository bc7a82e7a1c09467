package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Collects what the rules find.
final class Findings {
  private final List<Diagnostic> found = new ArrayList<>();

  void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  void add(Rule rule, Span span, String message) {
    add(Diagnostic.of(rule, span, message));
  }

  void add(Rule rule, Span span, String message, String hint) {
    add(Diagnostic.of(rule, span, message).withHint(hint));
  }

  void addAll(List<Diagnostic> more) {
    found.addAll(more);
  }

  /// A name nobody declares: with what the author may have meant, else with what there is.
  ///
  /// @param what the kind of name, in the plural, as in "states"
  /// @param remedy what to do when there is nothing of that kind at all
  void unknown(
      Rule rule,
      Span span,
      String word,
      String message,
      String what,
      Collection<String> declared,
      String remedy) {
    var diagnostic = Diagnostic.of(rule, span, message);
    List<String> near = Nearest.of(word, declared);
    if (!near.isEmpty()) {
      add(diagnostic.withSuggestions(near));
    } else if (declared.isEmpty()) {
      add(diagnostic.withHint(remedy));
    } else {
      add(diagnostic.withHint("the " + what + " there are: " + Words.list(declared)));
    }
  }

  List<Diagnostic> all() {
    return List.copyOf(found);
  }

  /// Notes would only draw the eye away from errors.
  List<Diagnostic> withoutNotes() {
    return found.stream().filter(it -> it.severity() != Diagnostic.Severity.NOTE).toList();
  }

  boolean hasErrors() {
    return found.stream().anyMatch(Diagnostic::isError);
  }
}
