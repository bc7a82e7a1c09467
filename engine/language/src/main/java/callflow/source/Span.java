package callflow.source;

/// A stretch of one file. Lines and columns are 1-based, columns count code points, the end is
/// exclusive.
///
/// @param file the path as its author wrote it, with forward slashes
public record Span(String file, int startLine, int startColumn, int endLine, int endColumn) {

  /// The very start of a file: for findings that concern the file as a whole.
  public static Span startOf(String file) {
    return new Span(file, 1, 1, 1, 1);
  }

  /// The part of this span from `start` up to `end`, in code points, when it lies on one line.
  public Span part(int start, int end) {
    if (startLine != endLine) return this;
    return new Span(file, startLine, startColumn + start, startLine, startColumn + end);
  }

  @Override
  public String toString() {
    return file + ":" + startLine + ":" + startColumn;
  }
}
