package callflow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.source.Span;
import callflow.source.Written;

/// Short forms for the tests of this room.
final class Reading {
  private Reading() {}

  /// The text as it would stand at the start of a file's first line.
  static Written written(String text) {
    return Written.plain(text, new Span("f", 1, 1, 1, 1 + text.codePointCount(0, text.length())));
  }

  static Expression expression(String text) {
    return passed(Expressions.parse(written(text)));
  }

  static Template template(String text) {
    return passed(Expressions.template(written(text)));
  }

  static <T> T passed(Checked<T> checked) {
    return switch (checked) {
      case Checked.Passed<T>(var value, _) -> value;
      case Checked.Failed<T>(var found) -> throw new AssertionError("refused: " + found);
    };
  }

  /// The one finding about an expression.
  static Diagnostic refused(String text) {
    Checked<Expression> checked = Expressions.parse(written(text));
    assertThat(checked.diagnostics()).as(text).hasSize(1);
    return checked.diagnostics().getFirst();
  }

  /// The words of `text` a finding points at; the text must stand on the first line.
  static String pointedAt(String text, Span span) {
    return text.substring(span.startColumn() - 1, span.endColumn() - 1);
  }
}
