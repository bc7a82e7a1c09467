package callflow.source;

/// Text as a file's author wrote it, which still knows where each of its characters stands.
///
/// Block and quoted YAML scalars differ from the file's text by indentation, folding and escapes; a
/// message about one word inside such a text must still point at that word.
public final class Written {
  /// Stands for text on one line, whose characters follow each other in the file as they do here.
  private static final int[] IN_A_ROW = {};

  private final String value;
  private final Span span;
  private final int[] lines;
  private final int[] columns;

  /// Where the first character stands, in the file when in a row, else in `lines` and `columns`.
  private final int line;

  private final int first;

  /// Text with the place of each of its characters.
  ///
  /// @param lines for each UTF-16 offset of `value`, and for its end, the 1-based line in the file
  /// @param columns the same for columns
  public Written(String value, Span span, int[] lines, int[] columns) {
    this(value, span, lines.clone(), columns.clone(), 0, 0);
    if (lines.length != value.length() + 1 || columns.length != lines.length) {
      throw new IllegalArgumentException("a place is needed for each character and for the end");
    }
  }

  private Written(String value, Span span, int[] lines, int[] columns, int line, int first) {
    this.value = value;
    this.span = span;
    this.lines = lines;
    this.columns = columns;
    this.line = line;
    this.first = first;
  }

  /// Text that stands on one line, character for character, from the start of `span` on.
  public static Written plain(String value, Span span) {
    return plain(value, span, span.startColumn());
  }

  /// The same where the text begins later than the span, after a quote.
  public static Written plain(String value, Span span, int column) {
    return new Written(value, span, IN_A_ROW, IN_A_ROW, span.startLine(), column);
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
    int endLine = from == end ? line(from) : line(last);
    int endColumn = from == end ? column(from) : column(last) + 1;
    return new Span(span.file(), line(from), column(from), endLine, endColumn);
  }

  private int line(int offset) {
    return inARow() ? line : lines[first + offset];
  }

  private int column(int offset) {
    return inARow() ? first + value.codePointCount(0, offset) : columns[first + offset];
  }

  private boolean inARow() {
    return lines.length == 0;
  }

  /// The characters from `start` up to `end` as a text of their own, in the same places.
  public Written slice(int start, int end) {
    int from = inARow() ? column(start) : first + start;
    return new Written(value.substring(start, end), part(start, end), lines, columns, line, from);
  }

  @Override
  public String toString() {
    return value;
  }
}
