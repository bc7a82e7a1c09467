package callflow.diagnostic;

import callflow.source.Located;
import callflow.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One finding about one place of a file.
///
/// @param message what is wrong, naming things by the author's own words in backquotes
/// @param hint what to write instead
/// @param suggestions names the author may have meant, nearest first
/// @param related other places worth a look
/// @param fix what would put it right, where that is beyond doubt or nearly so; see also [Fix#of]
public record Diagnostic(
    Rule rule,
    Severity severity,
    Span span,
    String message,
    Optional<String> hint,
    List<String> suggestions,
    List<Located<String>> related,
    Optional<Fix> fix) {

  /// How bad it is: an error stops the flow from running.
  public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Diagnostic {
    suggestions = List.copyOf(suggestions);
    related = List.copyOf(related);
  }

  /// A finding with the rule's own severity and nothing but its message.
  public static Diagnostic of(Rule rule, Span span, String message) {
    return new Diagnostic(
        rule,
        rule.severity(),
        span,
        message,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  public Diagnostic withHint(String text) {
    return new Diagnostic(
        rule, severity, span, message, Optional.of(text), suggestions, related, fix);
  }

  public Diagnostic withSuggestions(List<String> names) {
    return new Diagnostic(rule, severity, span, message, hint, names, related, fix);
  }

  public Diagnostic withRelated(Span place, String text) {
    var more = new ArrayList<>(related);
    more.add(new Located<>(text, place));
    return new Diagnostic(rule, severity, span, message, hint, suggestions, more, fix);
  }

  public Diagnostic withSeverity(Severity other) {
    return new Diagnostic(rule, other, span, message, hint, suggestions, related, fix);
  }

  public Diagnostic withFix(Fix change) {
    return new Diagnostic(
        rule, severity, span, message, hint, suggestions, related, Optional.of(change));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
