package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Fix;
import callflow.source.Edit;
import java.util.ArrayList;

/// Edits of a file's text that can't change what its author meant.
final class SafeFixes {
  /// A text that begins so is no plain sentence.
  private static final String OTHER_THAN_TEXT = "\"'{[|>#-";

  private final Places places;

  SafeFixes(Places places) {
    this.places = places;
  }

  /// Every line indented with blanks: two for a tab, one for what looks like a blank.
  Fix indentation() {
    var edits = new ArrayList<Edit>();
    for (int line = 0; line < places.length(); line = places.endOfLine(line) + 1) {
      for (int at = line; indents(places.at(at)); at++) {
        if (places.at(at) == ' ') continue;
        edits.add(new Edit(places.span(at, at + 1), places.at(at) == '\t' ? "  " : " "));
      }
    }
    return new Fix(edits, true);
  }

  private static boolean indents(int character) {
    return Places.isBlank(character) || ReadableText.looksLikeBlank(character);
  }

  /// The text from `from` to the end of its line in quotes, unless a comment may follow it.
  Diagnostic quoting(Diagnostic finding, int from) {
    int end = places.trimmed(from, places.endOfLine(from));
    String text = places.text(from, end);
    boolean plain = !text.isEmpty() && OTHER_THAN_TEXT.indexOf(text.charAt(0)) < 0;
    boolean braces = places.text(places.startOfLine(from), from).matches(".*[{\\[].*");
    if (!plain || braces || text.contains(" #")) return finding;
    return finding.withFix(Fix.safe(places.span(from, end), CutText.quoted(text)));
  }

  /// A key that stands a second time with the very same value goes, if it has lines of its own.
  Diagnostic repeated(Diagnostic finding, Node.Entry first, Node.Entry second) {
    int from = from(second);
    int end = to(second);
    boolean same = places.text(from(first), to(first)).equals(places.text(from, end));
    int line = places.startOfLine(from);
    boolean alone =
        places.text(line, from).isBlank() && places.text(end, places.endOfLine(end)).isBlank();
    if (!same || !alone) return finding;
    return finding.withFix(Fix.safe(places.span(line, places.nextLine(end)), ""));
  }

  private int from(Node.Entry entry) {
    return places.index(entry.key().span().startLine(), entry.key().span().startColumn());
  }

  private int to(Node.Entry entry) {
    var value = entry.value().span();
    return places.trimmed(from(entry), places.index(value.endLine(), value.endColumn()));
  }
}
