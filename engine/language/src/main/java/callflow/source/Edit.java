package callflow.source;

import java.util.Comparator;
import java.util.List;

/// A stretch of a file and the text to put in its place.
public record Edit(Span span, String text) {
  private static final Comparator<Edit> BY_PLACE =
      Comparator.comparing(
          Edit::span, Comparator.comparingInt(Span::startLine).thenComparingInt(Span::startColumn));

  /// The file with all of these edits made, from the last to the first, so that none moves the
  /// place of another.
  ///
  /// @param edits none of which overlap
  public static SourceFile all(SourceFile file, List<Edit> edits) {
    var text = new StringBuilder(file.text());
    for (Edit edit : edits.stream().sorted(BY_PLACE.reversed()).toList()) {
      int start = file.offset(edit.span().startLine(), edit.span().startColumn());
      int end = file.offset(edit.span().endLine(), edit.span().endColumn());
      text.replace(start, Math.max(start, end), edit.text());
    }
    return new SourceFile(file.path(), text.toString());
  }

  /// Whether none of these overlaps one of the others, or stands in the same place.
  public static boolean fits(List<Edit> some, List<Edit> others) {
    return some.stream()
        .noneMatch(edit -> others.stream().anyMatch(other -> overlap(edit.span(), other.span())));
  }

  private static boolean overlap(Span a, Span b) {
    return a.equals(b) || (!endsBefore(a, b) && !endsBefore(b, a));
  }

  private static boolean endsBefore(Span a, Span b) {
    return a.endLine() < b.startLine()
        || (a.endLine() == b.startLine() && a.endColumn() <= b.startColumn());
  }
}
