package callflow.diagnostic;

import callflow.source.Span;
import java.util.Arrays;
import java.util.List;

/// One line of a file and the carets below it.
///
/// @param text the line, or the part of it around the place
/// @param carets below the place; tabs of the line are kept so that both stay in step
record Excerpt(int line, String text, String carets) {
  /// Columns of a line that are shown; of longer ones the part around the place.
  static final int MAX_COLUMNS = 100;

  private static final int BEFORE = 40;
  private static final String CUT = "…";

  /// @param line the text of the line in which `span` begins
  /// @param secrets places of the same file that hold what nobody should read
  static Excerpt of(Span span, String line, List<Span> secrets) {
    int[] points = Plain.text(line).codePoints().toArray();
    secrets.forEach(secret -> hide(secret, span.startLine(), points));
    int start = Math.clamp(span.startColumn() - 1L, 0, points.length);
    int end = span.endLine() == span.startLine() ? span.endColumn() - 1 : points.length;
    int stop = Math.clamp(end, Math.min(start + 1, points.length), Math.max(points.length, start));
    int from = points.length <= MAX_COLUMNS ? 0 : Math.max(0, start - BEFORE);
    int to = Math.min(points.length, from + MAX_COLUMNS);
    var text = new StringBuilder(from > 0 ? CUT : "");
    text.append(new String(points, from, to - from)).append(to < points.length ? CUT : "");
    var carets = new StringBuilder(from > 0 ? " " : "");
    for (int i = from; i < start; i++) carets.append(points[i] == '\t' ? '\t' : ' ');
    carets.repeat("^", Math.max(1, Math.min(stop, to) - start));
    return new Excerpt(span.startLine(), text.toString(), carets.toString());
  }

  private static void hide(Span secret, int line, int[] points) {
    if (line < secret.startLine() || line > secret.endLine()) return;
    int from = line == secret.startLine() ? secret.startColumn() - 1 : 0;
    int to = line == secret.endLine() ? secret.endColumn() - 1 : points.length;
    int start = Math.clamp(from, 0, points.length);
    Arrays.fill(points, start, Math.clamp(to, start, points.length), '*');
  }
}
