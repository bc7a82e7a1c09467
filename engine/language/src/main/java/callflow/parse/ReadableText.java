package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.SourceFile;
import callflow.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What must be true of a file before it is read at all: its size, and no invisible characters.
final class ReadableText {
  /// The largest file that is read.
  static final int MAX_BYTES = 512 * 1024;

  private static final Pattern LOOK_ALIKES =
      Pattern.compile("(?m)^[ \\t]*[\\u00A0\\u2000-\\u200B\\u202F\\u205F\\u3000]");

  private ReadableText() {}

  static boolean accepts(SourceFile source, Findings findings) {
    if (tooLarge(source.text())) {
      findings.add(Rule.FILE_TOO_LARGE, Span.startOf(source.path()), tooLargeMessage());
      return false;
    }
    return noControlCharacters(source, findings) && indentedWithBlanks(source, findings);
  }

  static String tooLargeMessage() {
    return "the file is larger than " + MAX_BYTES / 1024 + " KiB";
  }

  private static boolean tooLarge(String text) {
    return text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }

  private static boolean noControlCharacters(SourceFile source, Findings findings) {
    if (!hasControlCharacter(source.text())) return true;
    var places = new Places(source);
    for (int i = 0; i < places.length(); i++) {
      if (!forbidden(places.at(i))) continue;
      findings.add(
          Rule.YAML_SYNTAX,
          places.span(i, i + 1),
          "an invisible character (" + name(places.at(i)) + ") stands here",
          "delete it; it may have come along when the text was copied");
      return false;
    }
    return true;
  }

  /// Copied text often begins with blanks that only look like blanks.
  private static boolean indentedWithBlanks(SourceFile source, Findings findings) {
    if (isPlain(source.text())) return true;
    Matcher indentation = LOOK_ALIKES.matcher(source.text());
    if (!indentation.find()) return true;
    String text = source.text();
    int at = text.codePointCount(0, indentation.end() - 1);
    var places = new Places(source);
    findings.add(
        Diagnostic.of(
                Rule.YAML_SYNTAX,
                places.span(at, at + 1),
                "this line is indented with something that only looks like a blank ("
                    + name(text.charAt(indentation.end() - 1))
                    + ")")
            .withHint("delete what stands before the first word and indent it with the space bar")
            .withFix(new SafeFixes(places).indentation()));
    return false;
  }

  /// Whether a character looks like a blank and is none.
  static boolean looksLikeBlank(int character) {
    return character == 0xA0
        || (character >= 0x2000 && character <= 0x200B)
        || character == 0x202F
        || character == 0x205F
        || character == 0x3000;
  }

  /// Whether there is no character beyond those of European alphabets, as in most files.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '\u00A0' || character >= '\u2000') return false;
    }
    return true;
  }

  private static String name(int character) {
    return "U+%04X".formatted(character);
  }

  /// Whether text holds a character that is neither spoken nor seen, line ends and tabs aside.
  static boolean hasControlCharacter(String text) {
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (forbidden(character)) return true;
      i += Character.charCount(character);
    }
    return false;
  }

  /// Control characters, halves of characters, and the line ends that only YAML takes for such.
  private static boolean forbidden(int character) {
    return switch (character) {
      case '\n', '\r', '\t' -> false;
      case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF -> true;
      default ->
          character < 0x20
              || (character >= 0x7F && character < 0xA0)
              || (character >= 0xD800 && character < 0xE000);
    };
  }
}
