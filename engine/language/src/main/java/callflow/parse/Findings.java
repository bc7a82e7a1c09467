package callflow.parse;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.expression.Qualifier;
import callflow.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what is wrong with one file while it is read.
final class Findings {
  /// More are not kept: nobody reads them, and a file of nothing but mistakes must not fill memory.
  static final int MAX_FINDINGS = 1000;

  private final List<Diagnostic> found = new ArrayList<>();
  private final Qualifier names;

  Findings() {
    this(Qualifier.NONE);
  }

  /// @param names what the names of the file are called by those who read what comes of it
  Findings(Qualifier names) {
    this.names = names;
  }

  Qualifier names() {
    return names;
  }

  void add(Diagnostic diagnostic) {
    if (found.size() < MAX_FINDINGS) found.add(diagnostic);
  }

  void add(Rule rule, Span span, String message) {
    add(Diagnostic.of(rule, span, message));
  }

  void add(Rule rule, Span span, String message, String hint) {
    add(Diagnostic.of(rule, span, message).withHint(hint));
  }

  /// The value of another stage, if it has one; its findings are kept.
  <T> Optional<T> take(Checked<T> checked) {
    checked.diagnostics().forEach(this::add);
    return switch (checked) {
      case Checked.Passed<T>(var value, _) -> Optional.of(value);
      case Checked.Failed<T> _ -> Optional.empty();
    };
  }

  /// Whether an error begins within `span`.
  boolean errorIn(Span span) {
    return found.stream().anyMatch(each -> each.isError() && within(each.span(), span));
  }

  /// Whether an error begins on the first line of `span`.
  boolean errorOnLineOf(Span span) {
    return found.stream()
        .filter(each -> each.isError() && each.span().file().equals(span.file()))
        .anyMatch(each -> each.span().startLine() == span.startLine());
  }

  /// Whether an error begins in a piece of a file, or of several files that were put together.
  boolean errorIn(Node node) {
    if (errorIn(node.span())) return true;
    return switch (node) {
      case Node.Mapping(var entries, _) ->
          entries.stream().anyMatch(entry -> errorIn(entry.span()) || errorIn(entry.value()));
      case Node.Sequence(var items, _) -> items.stream().anyMatch(this::errorIn);
      case Node.Scalar _, Node.Refused _ -> false;
    };
  }

  private static boolean within(Span place, Span span) {
    if (!place.file().equals(span.file())) return false;
    boolean after = compare(place, span.startLine(), span.startColumn()) >= 0;
    return after && compare(place, span.endLine(), span.endColumn()) <= 0;
  }

  private static int compare(Span place, int line, int column) {
    int lines = Integer.compare(place.startLine(), line);
    return lines != 0 ? lines : Integer.compare(place.startColumn(), column);
  }

  List<Diagnostic> all() {
    return List.copyOf(found);
  }
}
