package callflow.source;

import java.util.Arrays;

/// Text as a file's author wrote it, which still knows where each of its characters stands.
///
/// Block and quoted YAML scalars differ from the file's text by indentation, folding and escapes; a
/// message about one word inside such a text must still point at that word.
public final class Written {
  private final String value;
  private final Span span;
  private final int[] lines;
  private final int[] columns;

  /// Text with the place of each of its characters.
  ///
  /// @param lines for each UTF-16 offset of `value`, and for its end, the 1-based line in the file
  /// @param columns the same for columns
  public Written(String value, Span span, int[] lines, int[] columns) {
    if (lines.length != value.length() + 1 || columns.length != lines.length) {
      throw new IllegalArgumentException("a place is needed for each character and for the end");
    }
    this.value = value;
    this.span = span;
    this.lines = lines.clone();
    this.columns = columns.clone();
  }

  /// Text that stands on one line, character for character, from the start of `span` on.
  public static Written plain(String value, Span span) {
    var lines = new int[value.length() + 1];
    var columns = new int[value.length() + 1];
    Arrays.fill(lines, span.startLine());
    for (int i = 0; i <= value.length(); i++) {
      columns[i] = span.startColumn() + value.codePointCount(0, i);
    }
    return new Written(value, span, lines, columns);
  }

  public String value() {
    return value;
  }

  /// The whole scalar, quotes included.
  public Span span() {
    return span;
  }

  /// The place of the characters from `start` up to `end`, both UTF-16 offsets into [#value].
  public Span part(int start, int end) {
    int from = Math.clamp(start, 0, value.length());
    int last = Math.clamp(end - 1L, from, value.length());
    int endLine = from == end ? lines[from] : lines[last];
    int endColumn = from == end ? columns[from] : columns[last] + 1;
    return new Span(span.file(), lines[from], columns[from], endLine, endColumn);
  }

  /// The characters from `start` up to `end` as a text of their own, in the same places.
  public Written slice(int start, int end) {
    return new Written(
        value.substring(start, end),
        part(start, end),
        Arrays.copyOfRange(lines, start, end + 1),
        Arrays.copyOfRange(columns, start, end + 1));
  }

  @Override
  public String toString() {
    return value;
  }
}
