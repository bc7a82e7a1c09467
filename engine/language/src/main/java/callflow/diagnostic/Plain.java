package callflow.diagnostic;

/// Text for a terminal: without characters that would move its cursor or change its colours.
final class Plain {
  private Plain() {}

  static String text(String text) {
    return text.codePoints().allMatch(Plain::harmless)
        ? text
        : text.codePoints()
            .map(character -> harmless(character) ? character : 0xFFFD)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /// Neither a control character, nor half a character, nor one that reverses the direction.
  private static boolean harmless(int character) {
    if (character == '\t') return true;
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.SURROGATE -> false;
      case Character.FORMAT -> character < 0x202A || character > 0x2069;
      default -> true;
    };
  }
}
