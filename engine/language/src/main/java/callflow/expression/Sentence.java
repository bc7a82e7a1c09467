package callflow.expression;

/// Joins words and values, and closes up the space where a value is missing.
final class Sentence {
  private static final String ENDS = ".,;:!?";

  private final StringBuilder text = new StringBuilder();
  private boolean afterGap;

  void words(String words) {
    String rest = afterGap ? joined(words) : words;
    text.append(rest);
    afterGap = afterGap && rest.isEmpty();
  }

  void value(String value) {
    text.append(value);
    afterGap = false;
  }

  /// A value that is missing.
  void gap() {
    afterGap = true;
  }

  String text() {
    if (afterGap) dropSpace();
    return text.toString();
  }

  /// The words after a gap, without a space of their own where one stands before the gap.
  private String joined(String words) {
    boolean spaced = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    String rest = spaced ? words.stripLeading() : words;
    if (!rest.isEmpty() && ENDS.indexOf(rest.charAt(0)) >= 0) dropSpace();
    return rest;
  }

  private void dropSpace() {
    text.setLength(text.toString().stripTrailing().length());
  }
}
