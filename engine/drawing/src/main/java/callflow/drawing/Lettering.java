package callflow.drawing;

import java.util.ArrayList;
import java.util.List;

/// How much room text takes, without any font at hand.
///
/// Measured generously, by the wider ones among usual sans-serif fonts, so that words stay in their
/// boxes wherever the picture is looked at.
final class Lettering {
  private static final double NARROW = 0.33;
  private static final double SLIM = 0.44;
  private static final double USUAL = 0.60;
  private static final double WIDE = 0.75;
  private static final double WIDEST = 1.0;
  private static final double BOLD = 1.08;

  /// From here on letters are as wide as they are high: Hangul, Chinese, Japanese.
  private static final int SQUARE_LETTERS = 0x1100;

  private static final int PUNCTUATION = 0x2000;
  private static final int SIGNS = 0x2E80;

  private Lettering() {}

  /// The width of a line in pixels.
  static double width(String text, double size) {
    return text.codePoints().mapToDouble(Lettering::letter).sum() * size;
  }

  static double boldWidth(String text, double size) {
    return width(text, size) * BOLD;
  }

  private static double letter(int point) {
    if (point >= SQUARE_LETTERS && (point < PUNCTUATION || point >= SIGNS)) return WIDEST;
    if ("ijl.,:;'|!·‘’".indexOf(point) >= 0) return NARROW;
    if ("frt()[]{}-/ \"“”I".indexOf(point) >= 0) return SLIM;
    if ("mwMW@%&…→—".indexOf(point) >= 0) return WIDEST;
    return Character.isUpperCase(point) ? WIDE : USUAL;
  }

  /// At most so wide; what is cut off is marked by three dots.
  static String cut(String text, double size, double most) {
    if (width(text, size) <= most) return text;
    int[] points = text.codePoints().toArray();
    int kept = points.length;
    while (kept > 0 && width(new String(points, 0, kept) + "…", size) > most) kept--;
    return new String(points, 0, kept).strip() + "…";
  }

  /// Lines at most so wide, broken between words; a single long word is cut.
  static List<String> wrap(String text, double size, double most) {
    var lines = new ArrayList<String>();
    var line = "";
    for (String word : List.of(text.split("\\s+", -1))) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, size) > most && !line.isEmpty()) {
        lines.add(cut(line, size, most));
        longer = word;
      }
      line = longer;
    }
    lines.add(cut(line, size, most));
    return lines;
  }
}
