package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Fix;
import callflow.diagnostic.Rule;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text inside `{ … }` that YAML ends too early: at a comma, a `?`, a bracket or a second colon.
///
/// The message shows the sentence as its author meant it, from its key to the next key or brace.
final class CutText {
  /// More of a mapping than this is not looked at; a sentence is shorter.
  private static final int MAX_LENGTH = 2000;

  private static final Pattern KEY =
      Pattern.compile("[{,]\\s*([A-Za-z_][\\w-]*):\\s+(?=[^\\s\"'{\\[|>])");
  private static final Pattern SENTENCE_END =
      Pattern.compile("\\s*(\\}|,\\s*[A-Za-z_][\\w-]*:\\s|,\\s*\\}|\\R)");

  private CutText() {}

  /// The finding for text that goes on at `cut`, inside the braces that open at `open`.
  static Diagnostic before(Places places, int open, int cut) {
    return at(places, open, cut)
        .orElseGet(() ->
            Diagnostic.of(
                    Rule.CUT_TEXT,
                    places.span(cut, cut + 1),
                    "inside braces a text ends at a comma, a question mark or a bracket")
                .withHint("put the whole text in quotes"));
  }

  /// The same, if there is a key with text before `cut` at all.
  static Optional<Diagnostic> at(Places places, int open, int cut) {
    int from = Math.max(open, cut - MAX_LENGTH);
    String before = places.text(from, cut);
    Matcher key = KEY.matcher(before);
    int start = -1;
    String name = "";
    while (key.find()) {
      start = from + before.codePointCount(0, key.end());
      name = key.group(1);
    }
    return start < 0 ? Optional.empty() : Optional.of(finding(places, name, start, cut));
  }

  private static Diagnostic finding(Places places, String name, int start, int cut) {
    String rest = places.text(cut, cut + MAX_LENGTH);
    Matcher endOfSentence = SENTENCE_END.matcher(rest);
    int length = endOfSentence.find() ? endOfSentence.start() : rest.length();
    int end = cut + rest.codePointCount(0, length);
    String whole = places.text(start, end).strip();
    return Diagnostic.of(
            Rule.CUT_TEXT,
            places.span(start, end),
            "the text of `"
                + name
                + "` is cut short: inside braces it ends at the first comma, "
                + "question mark, colon or bracket")
        .withHint("put it in quotes: `" + name + ": " + quoted(whole) + "`")
        .withFix(Fix.safe(places.span(start, places.trimmed(start, end)), quoted(whole)));
  }

  /// The text as YAML reads it whole, in double quotes and on one line.
  static String quoted(String text) {
    String line = text.strip().replaceAll("\\s+", " ").replaceAll("^[\u201c\u201e]|\u201d$", "");
    return "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
