package callflow.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// SVG being written, element by element.
final class Svg {
  private final StringBuilder text = new StringBuilder();

  /// @param attributes names and values in turn
  Svg open(String element, String... attributes) {
    start(element, attributes);
    text.append(">\n");
    return this;
  }

  Svg close(String element) {
    text.append("</").append(element).append(">\n");
    return this;
  }

  Svg empty(String element, String... attributes) {
    start(element, attributes);
    text.append("/>\n");
    return this;
  }

  /// An element around words.
  Svg words(String element, String words, String... attributes) {
    start(element, attributes);
    text.append('>').append(escaped(words));
    return close(element);
  }

  /// Text that is SVG already.
  Svg raw(String svg) {
    text.append(svg);
    return this;
  }

  private void start(String element, String... attributes) {
    text.append('<').append(element);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]);
      text.append("=\"").append(escaped(attributes[i + 1])).append('"');
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /// A length with one decimal at most.
  static String number(double length) {
    return BigDecimal.valueOf(length)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  static String escaped(String words) {
    var escaped = new StringBuilder();
    words
        .codePoints()
        .forEach(point -> {
          switch (point) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            default -> escaped.appendCodePoint(point);
          }
        });
    return escaped.toString();
  }
}
