package callflow.parse;

/// An author's words between backquotes, shortened so that they fit into a sentence.
final class Quoted {
  private static final int MAX_LENGTH = 60;

  private Quoted() {}

  static String of(String text) {
    return "`" + bare(text) + "`";
  }

  /// The same without the backquotes.
  static String bare(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= MAX_LENGTH) return line;
    return line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH)).strip() + "…";
  }

  /// Words for a sentence: `a`, `b` or `c`.
  static String anyOf(Iterable<String> words) {
    var all = new StringBuilder();
    var rest = words.iterator();
    while (rest.hasNext()) {
      String word = "`" + rest.next() + "`";
      if (!all.isEmpty()) all.append(rest.hasNext() ? ", " : " or ");
      all.append(word);
    }
    return all.toString();
  }
}
