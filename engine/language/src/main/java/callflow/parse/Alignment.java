package callflow.parse;

import callflow.parse.Node.Style;
import callflow.source.Written;

/// Lays a decoded scalar beside the text it was decoded from, to learn where each of its characters
/// stands: past indentation, folded lines, doubled quotes and escapes.
///
/// Never fails: where the two don't agree it goes on side by side.
final class Alignment {
  private final Places places;
  private final String value;
  private final Style style;
  private final int end;
  private final int[] lines;
  private final int[] columns;
  private int at;

  private Alignment(Places places, String value, Style style, int from, int to) {
    this.places = places;
    this.value = value;
    this.style = style;
    this.at = from;
    this.end = to;
    this.lines = new int[value.length() + 1];
    this.columns = new int[value.length() + 1];
  }

  /// @param from where the scalar begins in the file, its quote or block sign included
  /// @param to where it ends
  static Written of(Places places, String value, Style style, int from, int to) {
    int last = places.trimmed(from, to);
    int quote = style == Style.PLAIN ? 0 : 1;
    if (places.reads(value, from + quote, last - quote)) {
      return Written.plain(value, places.span(from, last), places.column(from) + quote);
    }
    var alignment = new Alignment(places, value, style, from, last);
    alignment.run();
    return new Written(value, places.span(from, last), alignment.lines, alignment.columns);
  }

  private boolean isBlock() {
    return style == Style.LITERAL || style == Style.FOLDED;
  }

  private void run() {
    int i = 0;
    if (isBlock()) {
      at = pastBreak(places.endOfLine(at));
      i = leadingBreaks();
      skipIndentation(i);
    } else if (style != Style.PLAIN) {
      at++;
    }
    while (i < value.length() && at < end) i = atFold() ? fold(i) : character(i);
    for (; i <= value.length(); i++) place(i, Math.min(at, end));
  }

  private void place(int i, int index) {
    lines[i] = places.line(index);
    columns[i] = places.column(index);
  }

  /// Whether the line ends here; outside blocks the blanks before a line's end don't count.
  private boolean atFold() {
    int next = at;
    if (!isBlock()) while (Places.isBlank(places.at(next))) next++;
    return next < end && Places.isBreak(places.at(next));
  }

  private int leadingBreaks() {
    int i = 0;
    while (i < value.length() && value.charAt(i) == '\n' && blankLineAt(at)) {
      place(i++, at);
      at = pastBreak(places.endOfLine(at));
    }
    return i;
  }

  private boolean blankLineAt(int index) {
    int next = index;
    while (Places.isBlank(places.at(next))) next++;
    return Places.isBreak(places.at(next));
  }

  /// Takes one end of line, or in folded text a run of them, and the indentation after it.
  private int fold(int i) {
    int start = at;
    int breaks = 0;
    do {
      at = pastBreak(places.endOfLine(at));
      breaks++;
    } while (style != Style.LITERAL && at < end && blankLineAt(at));
    int kept = keptBreaks(i, breaks);
    for (int k = 0; k < kept; k++) place(i + k, start);
    skipIndentation(i + kept);
    return i + kept;
  }

  /// How many characters of the value stand for a run of `breaks` ends of line.
  private int keptBreaks(int i, int breaks) {
    if (value.charAt(i) == ' ') return 1;
    int kept = 0;
    while (kept < breaks && i + kept < value.length() && value.charAt(i + kept) == '\n') kept++;
    return kept;
  }

  private void skipIndentation(int i) {
    int blanks = 0;
    while (Places.isBlank(places.at(at + blanks))) blanks++;
    int kept = 0;
    if (isBlock()) {
      while (i + kept < value.length() && Places.isBlank(value.charAt(i + kept))) kept++;
    }
    at += Math.max(0, blanks - kept);
  }

  private int pastBreak(int index) {
    boolean pair = places.at(index) == '\r' && places.at(index + 1) == '\n';
    return Math.min(index + (pair ? 2 : 1), places.length());
  }

  private int character(int i) {
    int written = 1;
    int decoded = Character.charCount(value.codePointAt(i));
    if (style == Style.SINGLE_QUOTED && places.at(at) == '\'') {
      written = 2;
    } else if (style == Style.DOUBLE_QUOTED && places.at(at) == '\\') {
      if (Places.isBreak(places.at(at + 1))) return joinLines(i);
      written = escapeLength(places.at(at + 1));
      if (written < 10) decoded = 1;
    }
    for (int k = 0; k < decoded; k++) place(i + k, at);
    at += written;
    return i + decoded;
  }

  private static int escapeLength(int letter) {
    return switch (letter) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }

  /// A backslash at the end of a line: neither it nor the line's end is part of the text.
  private int joinLines(int i) {
    at = pastBreak(at + 1);
    skipIndentation(i);
    return i;
  }
}
