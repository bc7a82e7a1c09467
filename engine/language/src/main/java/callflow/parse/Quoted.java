package callflow.parse;

import java.util.regex.Pattern;

/// An author's words between backquotes, shortened so that they fit into a sentence.
final class Quoted {
  private static final int MAX_LENGTH = 60;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Quoted() {}

  static String of(String text) {
    return "`" + bare(text) + "`";
  }

  /// The same without the backquotes.
  static String bare(String text) {
    if (isShortWord(text)) return text;
    String line = SPACE.matcher(text.strip()).replaceAll(" ");
    if (line.codePointCount(0, line.length()) <= MAX_LENGTH) return line;
    return line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH)).strip() + "…";
  }

  private static boolean isShortWord(String text) {
    if (text.length() > MAX_LENGTH) return false;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) return false;
    }
    return true;
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
