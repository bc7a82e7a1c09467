package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.SourceFile;
import callflow.source.Span;
import java.nio.charset.StandardCharsets;

/// What must be true of a file before it is read at all: its size, and no invisible characters.
final class ReadableText {
  /// The largest file that is read.
  static final int MAX_BYTES = 512 * 1024;

  private ReadableText() {}

  static boolean accepts(SourceFile source, Findings findings) {
    if (tooLarge(source.text())) {
      findings.add(Rule.FILE_TOO_LARGE, Span.startOf(source.path()), tooLargeMessage());
      return false;
    }
    return noControlCharacters(source, findings);
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

  private static String name(int character) {
    return "U+%04X".formatted(character);
  }

  /// Whether text holds a character that is neither spoken nor seen, line ends and tabs aside.
  static boolean hasControlCharacter(String text) {
    return text.codePoints().anyMatch(ReadableText::forbidden);
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
