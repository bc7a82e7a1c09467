package callflow.source;

import java.util.ArrayDeque;
import java.util.List;

/// The text of one file, as it was read, for parsing it and for showing excerpts of it.
///
/// @param path as its author wrote it, with forward slashes
/// @param text without the byte order mark that some editors put in front
public record SourceFile(String path, String text) {
  public SourceFile {
    if (text.startsWith("\uFEFF")) text = text.substring(1);
  }

  /// The line with this 1-based number, without its line break; empty beyond the end.
  public String line(int number) {
    List<String> lines = text.lines().toList();
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }

  /// The path of a file that this one names, seen from where this one's own path is seen from.
  ///
  /// @param other relative to this file's folder, with forward slashes
  public String beside(String other) {
    if (other.startsWith("/")) return other;
    var steps = new ArrayDeque<String>();
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    for (String step : (folder + other).split("/", -1)) {
      boolean back = step.equals("..") && !steps.isEmpty();
      if (step.equals(".")) continue;
      if (back && !steps.peekLast().equals("..") && !steps.peekLast().isEmpty()) {
        steps.removeLast();
      } else {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }

  /// The characters of a span of this file.
  public String text(Span span) {
    int start = offset(span.startLine(), span.startColumn());
    return text.substring(start, Math.max(start, offset(span.endLine(), span.endColumn())));
  }

  /// The UTF-16 offset of a place; the end of the text for places beyond it.
  public int offset(int line, int column) {
    int at = 0;
    for (int number = 1; number < line && at < text.length(); number++) at = afterBreak(at);
    for (int i = 1; i < column && at < text.length(); i++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private int afterBreak(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') at++;
    return at + (text.startsWith("\r\n", at) ? 2 : at < text.length() ? 1 : 0);
  }
}
