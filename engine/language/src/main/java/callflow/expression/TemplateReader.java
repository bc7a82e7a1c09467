package callflow.expression;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.expression.Template.Part;
import callflow.source.Written;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text into words and holes, and reads the expressions in the holes.
final class TemplateReader {
  /// Holes of one text; nobody could follow more, and each is worked out whenever it is spoken.
  static final int MAX_HOLES = 100;

  private static final String OPEN = "${";
  private static final String ESCAPED = "$${";

  private final Written written;
  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private int holes;
  private int at;

  TemplateReader(Written written) {
    this.written = written;
    this.text = written.value();
  }

  Checked<Template> read() {
    while (at < text.length() && holes <= MAX_HOLES) {
      if (text.startsWith(ESCAPED, at)) {
        words.append(OPEN);
        at += ESCAPED.length();
      } else if (text.startsWith(OPEN, at)) {
        hole();
      } else {
        words.append(text.charAt(at));
        at++;
      }
    }
    endWords();
    if (holes > MAX_HOLES) tooMany();
    return Checked.of(new Template(parts, written.span()), diagnostics);
  }

  private void endWords() {
    if (!words.isEmpty()) parts.add(new Part.Words(words.toString()));
    words.setLength(0);
  }

  private void hole() {
    endWords();
    holes++;
    int start = at + OPEN.length();
    int end = close(start);
    if (end < 0) {
      unclosed(start);
      return;
    }
    at = end + 1;
    switch (Expressions.parse(written.slice(start, end))) {
      case Checked.Passed<Expression>(var expression, var found) -> {
        diagnostics.addAll(found);
        parts.add(new Part.Hole(expression));
      }
      case Checked.Failed<Expression>(var found) -> diagnostics.addAll(found);
    }
  }

  /// The offset of the `}` outside of quotes, or -1 when the line ends first or never has one.
  private int close(int from) {
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && c == '}') return i;
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (quote != 0 && c == '\\') {
        i++;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return -1;
  }

  /// Goes on behind the `${`, or at the next `}` when only a quote is missing before it.
  private void unclosed(int start) {
    int brace = text.indexOf('}', start);
    if (brace >= 0) {
      at = brace + 1;
      diagnostics.addAll(Expressions.parse(written.slice(start, brace)).diagnostics());
      return;
    }
    at = text.length();
    diagnostics.add(
        Found.syntax(
            written.part(start - OPEN.length(), start),
            "the `${` that begins here isn't closed",
            "write `}` where the value ends, or `$${` to say these two characters"));
  }

  private void tooMany() {
    diagnostics.add(
        Found.tooComplex(
            written.span(),
            "the text has more than " + MAX_HOLES + " values in `${…}`",
            "split it over several states"));
  }
}
