package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Fix;
import callflow.diagnostic.Rule;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Slips of the finger around the place where YAML gave up: a dash, a blank or a comma too few or
/// too many. They are looked for in the line and in the one above it, for YAML often reads on.
final class Slips {
  /// Sections whose entries have names, so that a dash is wrong in them.
  private static final Set<String> NAMED =
      Set.of(
          "states",
          "choices",
          "variables",
          "tools",
          "transfers",
          "schedules",
          "switches",
          "collect",
          "on",
          "operations",
          "defaults");

  /// What stands in the first column of our files.
  private static final Set<String> FILE_PARTS =
      Set.of(
          "flow",
          "title",
          "start",
          "persona",
          "voice",
          "variables",
          "tools",
          "defaults",
          "anywhere",
          "repair",
          "after_call",
          "schedules",
          "switches",
          "transfers",
          "policies",
          "states",
          "connector",
          "kind",
          "base_url",
          "url",
          "auth",
          "timeout",
          "allow_private",
          "user",
          "password",
          "operations",
          "scenario",
          "at",
          "from",
          "connectors",
          "steps",
          "replies");

  private static final Pattern KEY = Pattern.compile("([A-Za-z_][\\w]*):(\\s.*)?");
  private static final Pattern TIGHT_DASH = Pattern.compile("-([A-Za-z_]\\w*:(\\s.*)?)");
  private static final Pattern TIGHT_COLON = Pattern.compile("(- )?([a-z_]\\w*):([^\\s:/].*)");

  /// Only values that end beyond doubt: an unquoted text may go on with the next word.
  private static final Pattern LACKS_COMMA =
      Pattern.compile(
          ".*?[{,]\\s*[a-z_]\\w*:\\s+(?:\\d[^\\s,]*|true|false|yes|no|\"[^\"]*\"|'[^']*'|\\[[^]]*])"
              + "\\s+([a-z_]\\w*)\\s*");

  private final Places places;
  private final int at;

  Slips(Places places, int at) {
    this.places = places;
    this.at = at;
  }

  /// What is wrong between the entries of a section, if it is one of the common slips.
  Optional<Diagnostic> ofBlock() {
    int line = places.startOfLine(Math.min(at, places.length()));
    int above = lineAbove(line);
    return tightDash(line)
        .or(() -> tightDash(above))
        .or(() -> tightColon(line))
        .or(() -> tightColon(above))
        .or(() -> dash(line))
        .or(() -> dash(above));
  }

  /// A key that a comma should stand before, inside braces.
  Optional<Diagnostic> ofBraces() {
    int line = places.startOfLine(at);
    int end = at;
    while (isWordPart(places.at(end))) end++;
    if (places.at(end) != ':') return Optional.empty();
    Matcher matcher = LACKS_COMMA.matcher(places.text(line, end));
    if (!matcher.matches()) return Optional.empty();
    String key = matcher.group(1);
    int from = places.trimmed(line, end) - key.length();
    return Optional.of(
        finding(
                from,
                from + key.length(),
                "a comma is missing before `" + key + "`",
                "write `, " + key + ":`")
            .withFix(insertion(afterWord(from), ",")));
  }

  /// A name in the first column that is no part of a file, at this line or above it.
  Optional<Diagnostic> inFirstColumn() {
    for (int line = places.startOfLine(at); line >= 0; line = lineAbove(line)) {
      Matcher key = KEY.matcher(text(line));
      if (indent(line) > 0 || !key.matches()) continue;
      String name = key.group(1);
      if (FILE_PARTS.contains(name)) return Optional.empty();
      return Optional.of(
          finding(
              line,
              line + name.length(),
              "`" + name + "` stands in the first column, where a file has its sections",
              "indent it like its neighbours"));
    }
    return Optional.empty();
  }

  private Optional<Diagnostic> tightDash(int line) {
    Matcher matcher = TIGHT_DASH.matcher(text(line));
    if (line < 0 || !matcher.matches()) return Optional.empty();
    return Optional.of(
        whole(
                line,
                "a blank is missing after the dash",
                "write `- " + Quoted.bare(matcher.group(1)) + "`")
            .withFix(insertion(places.skipSpace(line) + 1, " ")));
  }

  private Optional<Diagnostic> tightColon(int line) {
    Matcher matcher = TIGHT_COLON.matcher(text(line));
    if (line < 0 || !matcher.matches()) return Optional.empty();
    return Optional.of(
        whole(
                line,
                "a blank is missing after the colon",
                "write `" + matcher.group(2) + ": " + Quoted.bare(matcher.group(3)) + "`")
            .withFix(insertion(places.skipSpace(line) + matcher.start(3), " ")));
  }

  /// A dash among names, or a name among dashes.
  private Optional<Diagnostic> dash(int line) {
    if (line < 0 || text(line).isEmpty()) return Optional.empty();
    boolean dashed = text(line).startsWith("- ");
    int other = -1;
    int parent = lineAbove(line);
    for (; parent >= 0 && indent(parent) >= indent(line); parent = lineAbove(parent)) {
      if (indent(parent) > indent(line)) continue;
      boolean same = text(parent).startsWith("- ") == dashed;
      if (same && !dashed) return Optional.empty();
      if (!same && other < 0) other = parent;
    }
    if (other < 0 || parent < 0) return Optional.empty();
    String section = key(parent);
    if (dashed) return Optional.of(surplus(line, section));
    if (NAMED.contains(section)) return Optional.of(surplus(other, section));
    return KEY.matcher(text(line)).matches() ? Optional.of(lost(line, section)) : Optional.empty();
  }

  private Diagnostic surplus(int line, String section) {
    String holds = NAMED.contains(section) ? "names" : "keys";
    return whole(line, "`" + section + "` holds " + holds + ", not a list", "take the dash away");
  }

  private Diagnostic lost(int line, String section) {
    return whole(
        line,
        "`" + section + "` is a list, and this entry of it has no dash",
        "write `- "
            + Quoted.bare(text(line))
            + "`, or indent the line if it belongs to the one above");
  }

  private String key(int line) {
    Matcher key = KEY.matcher(text(line).replaceFirst("^- ", ""));
    return key.matches() ? key.group(1) : "this";
  }

  private Fix insertion(int at, String text) {
    return Fix.safe(places.span(at, at), text);
  }

  /// Where the word before `index` ends.
  private int afterWord(int index) {
    return places.trimmed(0, index);
  }

  private Diagnostic whole(int line, String message, String hint) {
    int from = places.skipSpace(line);
    return finding(from, places.trimmed(from, places.endOfLine(from)), message, hint);
  }

  private Diagnostic finding(int from, int to, String message, String hint) {
    return Diagnostic.of(Rule.YAML_SYNTAX, places.span(from, to), message).withHint(hint);
  }

  private String text(int line) {
    return line < 0 ? "" : places.text(line, places.endOfLine(line)).strip();
  }

  private int indent(int line) {
    int from = line;
    while (Places.isBlank(places.at(from))) from++;
    return from - line;
  }

  /// Where the next line above with something other than a comment begins; -1 when there is none.
  private int lineAbove(int line) {
    int above = line;
    while (above > 0) {
      above = places.startOfLine(above - 1);
      String text = text(above);
      if (!text.isEmpty() && !text.startsWith("#")) return above;
    }
    return -1;
  }

  private static boolean isWordPart(int character) {
    return character == '_' || Character.isLetterOrDigit(character);
  }
}
