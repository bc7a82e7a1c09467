package callflow.parse;

import callflow.source.SourceFile;
import callflow.source.Span;
import java.util.Arrays;

/// A file's characters by number, as SnakeYAML counts them, and the line and column of each.
final class Places {
  private final String file;
  private final int[] characters;
  private final int[] lineStarts;

  /// Where a place was looked up last: the next one is mostly near.
  private int lastLine = 1;

  Places(SourceFile source) {
    file = source.path();
    characters = source.text().codePoints().toArray();
    lineStarts = lineStarts(characters);
  }

  private static int[] lineStarts(int[] characters) {
    var starts = new int[characters.length + 1];
    int lines = 1;
    for (int i = 0; i < characters.length; i++) {
      boolean pair =
          characters[i] == '\r' && i + 1 < characters.length && characters[i + 1] == '\n';
      if (isBreak(characters[i]) && !pair) starts[lines++] = i + 1;
    }
    return Arrays.copyOf(starts, lines);
  }

  static boolean isBreak(int character) {
    return character == '\n' || character == '\r';
  }

  static boolean isBlank(int character) {
    return character == ' ' || character == '\t';
  }

  String file() {
    return file;
  }

  int length() {
    return characters.length;
  }

  /// The character at this place; 0 before the start and beyond the end.
  int at(int index) {
    return index >= 0 && index < characters.length ? characters[index] : 0;
  }

  String text(int from, int to) {
    int start = Math.clamp(from, 0, characters.length);
    return new String(characters, start, Math.clamp(to, start, characters.length) - start);
  }

  /// Whether exactly this text stands between `from` and `to`, on one line.
  boolean reads(String text, int from, int to) {
    int at = from;
    for (int i = 0; i < text.length(); at++) {
      int character = text.codePointAt(i);
      if (at >= to || isBreak(character) || characters[at] != character) return false;
      i += Character.charCount(character);
    }
    return at == to;
  }

  int line(int index) {
    if (!isOn(lastLine, index)) {
      int found = Arrays.binarySearch(lineStarts, index);
      lastLine = found >= 0 ? found + 1 : -found - 1;
    }
    return lastLine;
  }

  private boolean isOn(int line, int index) {
    return index >= lineStarts[line - 1] && (line == lineStarts.length || index < lineStarts[line]);
  }

  int column(int index) {
    return index - lineStarts[line(index) - 1] + 1;
  }

  /// The opposite of [#line] and [#column].
  int index(int line, int column) {
    return lineStarts[Math.clamp(line, 1, lineStarts.length) - 1] + column - 1;
  }

  int startOfLine(int index) {
    return lineStarts[line(index) - 1];
  }

  int endOfLine(int index) {
    int end = index;
    while (end < characters.length && !isBreak(characters[end])) end++;
    return end;
  }

  /// Where the line after that of `index` begins; the end of the file after the last.
  int nextLine(int index) {
    int line = line(index);
    return line < lineStarts.length ? lineStarts[line] : characters.length;
  }

  /// The first place at or after `index` that is no blank and no line break.
  int skipSpace(int index) {
    int at = index;
    while (isBlank(at(at)) || isBreak(at(at))) at++;
    return at;
  }

  /// The end of what stands between `from` and `to`, without blanks and breaks after it.
  int trimmed(int from, int to) {
    int end = to;
    while (end > from && (isBlank(at(end - 1)) || isBreak(at(end - 1)))) end--;
    return end;
  }

  Span span(int from, int to) {
    return new Span(file, line(from), column(from), line(to), column(to));
  }
}
