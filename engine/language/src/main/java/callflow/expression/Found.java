package callflow.expression;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Span;
import java.util.List;

/// The findings of this room, made short.
final class Found {
  private Found() {}

  static Diagnostic syntax(Span span, String message, String hint) {
    return Diagnostic.of(Rule.EXPRESSION_SYNTAX, span, message).withHint(hint);
  }

  static Diagnostic tooComplex(Span span, String message, String hint) {
    return Diagnostic.of(Rule.EXPRESSION_TOO_COMPLEX, span, message).withHint(hint);
  }

  static <T> Checked<T> failed(Diagnostic finding) {
    return new Checked.Failed<>(List.of(finding));
  }
}
