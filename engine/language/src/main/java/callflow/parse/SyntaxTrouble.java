package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Fix;
import callflow.diagnostic.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.ScalarEvent;

/// Says what to do where SnakeYAML says what its scanner saw.
final class SyntaxTrouble {
  private final Places places;
  private final String context;
  private final String problem;
  private final int at;
  private final int opened;

  SyntaxTrouble(Places places, MarkedYAMLException trouble) {
    this.places = places;
    this.context = trouble.getContext() == null ? "" : trouble.getContext();
    this.problem = trouble.getProblem() == null ? "" : trouble.getProblem();
    this.at = index(trouble.getProblemMark());
    this.opened = trouble.getContextMark() == null ? at : index(trouble.getContextMark());
  }

  private static int index(@Nullable Mark mark) {
    return mark == null ? 0 : mark.getIndex();
  }

  /// @param lastScalar the text SnakeYAML read before it gave up
  Diagnostic explained(@Nullable ScalarEvent lastScalar) {
    return slip().orElseGet(() -> scanned(lastScalar));
  }

  private Optional<Diagnostic> slip() {
    var slips = new Slips(places, at);
    if (context.contains("a flow mapping")) return slips.ofBraces();
    boolean block =
        problem.startsWith("mapping values")
            || problem.startsWith("could not find expected ':'")
            || (problem.startsWith("expected <block end>") && firstOfLine());
    return block ? slips.ofBlock() : Optional.empty();
  }

  private boolean firstOfLine() {
    return places.skipSpace(places.startOfLine(at)) == at;
  }

  private Diagnostic scanned(@Nullable ScalarEvent lastScalar) {
    if (problem.startsWith("found character")) return badStart(at);
    if (problem.startsWith("mapping values")) return secondColon();
    if (problem.startsWith("sequence entries")) return listBesideKey();
    if (problem.startsWith("mapping keys")) return badStart(at);
    if (problem.startsWith("could not find expected ':'")) return notAKey();
    if (context.contains("quoted scalar")) return quotes();
    if (context.contains("an alias") || context.contains("an anchor")) return badStart(opened);
    if (context.contains("a tag") || context.contains("a directive")) return badStart(opened);
    if (context.contains("a block scalar")) return blockSign();
    if (problem.startsWith("expected <block end>")) return blockEnd(lastScalar);
    if (context.contains("a flow mapping")) return braces();
    if (context.contains("a flow sequence")) return brackets();
    if (problem.startsWith("expected the node content")) return badStart(at);
    return trouble(
        at, "this line belongs to nothing", "compare its indentation with the lines above");
  }

  private Diagnostic trouble(int from, String message, String hint) {
    int end = Math.max(from + 1, places.trimmed(from, places.endOfLine(from)));
    return trouble(from, end, message, hint);
  }

  private Diagnostic trouble(int from, int to, String message, String hint) {
    return Diagnostic.of(
            Rule.YAML_SYNTAX,
            places.span(from, Math.min(to, Math.max(from, places.length()))),
            message)
        .withHint(hint);
  }

  private Diagnostic badStart(int index) {
    int character = places.at(index);
    if (character == '\t' && !places.text(places.startOfLine(index), index).isBlank()) {
      return trouble(
              index,
              index + 1,
              "a tab stands before this value; YAML takes blanks only",
              "replace the tab by a blank")
          .withFix(Fix.safe(places.span(index, index + 1), " "));
    }
    if (character == '\t') {
      return trouble(
              index,
              index + 1,
              "this line is indented with a tab; YAML takes blanks only",
              "replace each tab by two blanks; most editors can do that as you type")
          .withFix(new SafeFixes(places).indentation());
    }
    if (character == 0) {
      return trouble(index, "the file ends in the middle of something", "complete the last line");
    }
    String sign = character == '`' ? "a backquote" : "`" + Character.toString(character) + "`";
    return new SafeFixes(places)
        .quoting(
            trouble(
                index,
                "text can't begin with " + sign + ", which has a meaning of its own in YAML",
                "put the text in quotes: " + inQuotes(index)),
            index);
  }

  private String inQuotes(int from) {
    String text = places.text(from, places.trimmed(from, places.endOfLine(from)));
    return "`" + CutText.quoted(text) + "`";
  }

  private Diagnostic secondColon() {
    int start = places.startOfLine(at);
    String before = places.text(start, at);
    int colon = before.indexOf(": ");
    if (colon < 0) {
      int above = places.startOfLine(Math.max(0, start - 1));
      if (lacksColon(above, start)) return noColon(above);
      return trouble(
          places.skipSpace(start),
          at,
          "this key is indented deeper than the line above allows, for that line has a value"
              + " already",
          "give it the same indentation as its neighbours, or end the line above with `:`");
    }
    int text = places.skipSpace(start + before.codePointCount(0, colon) + 1);
    return new SafeFixes(places)
        .quoting(
            trouble(
                at,
                at + 1,
                "a second `:` stands in this line, and YAML takes it for another key",
                "put the text in quotes: " + inQuotes(text)),
            text);
  }

  /// Whether the line above stands beside this one as a key would, and has no colon.
  private boolean lacksColon(int above, int start) {
    int indentAbove = places.skipSpace(above) - above;
    int indent = places.skipSpace(start) - start;
    String line = places.text(above, places.endOfLine(above)).strip();
    return above < start
        && indentAbove == indent
        && !line.isEmpty()
        && !line.contains(": ")
        && !line.endsWith(":")
        && !line.startsWith("- ");
  }

  private Diagnostic noColon(int line) {
    int from = places.skipSpace(line);
    String text = places.text(from, places.trimmed(from, places.endOfLine(from)));
    int blank = text.indexOf(' ');
    String key = blank < 0 ? text : text.substring(0, blank);
    String value = blank < 0 ? "" : text.substring(blank);
    return trouble(
        from,
        "this line has no `:` after its first word",
        "write `" + key + ":" + value + "`; if it belongs to the text above, indent it");
  }

  private Diagnostic listBesideKey() {
    return trouble(
        at,
        "a list can't begin on the same line as its key",
        "begin it on the next line, or if this is text, put it in quotes: " + inQuotes(at));
  }

  private Diagnostic notAKey() {
    return trouble(
        opened,
        "this line is neither `key: value` nor an entry of a list",
        "write a colon and a blank after the key; if the line belongs to the text above, indent"
            + " it");
  }

  private Diagnostic quotes() {
    if (problem.contains("end of stream") || problem.contains("document separator")) {
      return trouble(
          opened,
          "the quote that opens here is never closed",
          "close it at the end of the text with the same sign");
    }
    return trouble(
        Math.max(opened, at - 1),
        at + 1,
        "a backslash in double quotes begins an escape, and this one does not exist",
        "write `\\\\` for a backslash, or use single quotes");
  }

  private Diagnostic blockSign() {
    if (problem.contains("leading empty lines")) {
      return trouble(
          opened,
          "a blank line at the beginning of this text is indented deeper than the text",
          "delete the blanks in the empty lines below");
    }
    return trouble(
        opened,
        "after `" + Character.toString(places.at(opened)) + "` nothing more can stand in the line",
        "begin the text on the next line, indented; if this is text, put it in quotes");
  }

  private Diagnostic blockEnd(@Nullable ScalarEvent lastScalar) {
    if (problem.contains("'<scalar>'") && lastScalar != null && !lastScalar.isPlain()) {
      return afterQuote(lastScalar);
    }
    int sign = places.at(at);
    if (sign == '}' || sign == ']') {
      return trouble(
          at,
          at + 1,
          "this `" + Character.toString(sign) + "` closes nothing",
          "delete it, or open it before");
    }
    if (!firstOfLine()) {
      return trouble(
          at, "nothing can stand after the closing bracket", "put the whole text in quotes");
    }
    return new Slips(places, at)
        .inFirstColumn()
        .orElseGet(() ->
            trouble(
                at,
                "the indentation of this line fits none of the lines above",
                "lines that belong together begin in the same column"));
  }

  private Diagnostic afterQuote(ScalarEvent quoted) {
    int open = quoted.getStartMark().getIndex();
    if (places.line(open) != places.line(at)) {
      return trouble(
          open,
          "the quote that opens here is not closed before line " + places.line(at),
          "close it at the end of the text with the same sign");
    }
    return trouble(
        at,
        "text goes on after the closing quote",
        "put the whole text in quotes; inside single quotes an apostrophe is written twice (`''`)");
  }

  private Diagnostic braces() {
    var cut =
        places.line(opened) == places.line(at)
            ? CutText.at(places, opened, at)
            : Optional.<Diagnostic>empty();
    return cut.orElseGet(() -> unclosed("{", "}"));
  }

  private Diagnostic brackets() {
    if (places.line(opened) != places.line(at)) return unclosed("[", "]");
    return trouble(
        at,
        at + 1,
        "inside brackets a text ends at `" + Character.toString(places.at(at)) + "`",
        "put every text of the list that has a question mark, colon or bracket in quotes");
  }

  private Diagnostic unclosed(String open, String close) {
    return trouble(
        opened,
        opened + 1,
        "the `" + open + "` that opens here is not closed properly",
        "close it with `" + close + "`; between its entries stand commas");
  }
}
