package callflow.voice;

import java.nio.ByteBuffer;

/// Walks over JSON in a buffer without reading it. Every step takes an index and gives the one
/// behind what it stepped over, or [#NONE] when that isn't there; [#NONE] in gives [#NONE] out.
final class JsonScan {
  static final int NONE = -1;

  /// Objects and lists within each other.
  static final int DEEPEST = 32;

  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private JsonScan() {}

  static boolean is(ByteBuffer json, int at, char wanted) {
    return at >= 0 && at < json.limit() && json.get(at) == wanted;
  }

  static int space(ByteBuffer json, int at) {
    int i = at;
    while (is(json, i, ' ') || is(json, i, '\n') || is(json, i, '\r') || is(json, i, '\t')) i++;
    return i;
  }

  /// From behind a key to its value.
  static int toValue(ByteBuffer json, int at) {
    int colon = space(json, at);
    return is(json, colon, ':') ? space(json, colon + 1) : NONE;
  }

  /// Over a string in which nothing is escaped: its bytes are its text.
  static int plain(ByteBuffer json, int at) {
    return string(json, at, false);
  }

  static int value(ByteBuffer json, int at) {
    return value(json, at, 0);
  }

  private static int value(ByteBuffer json, int at, int depth) {
    if (at < 0 || at >= json.limit() || depth > DEEPEST) return NONE;
    return switch (json.get(at)) {
      case '"' -> string(json, at, true);
      case '{' -> object(json, at, depth);
      case '[' -> list(json, at, depth);
      case 't' -> word(json, at, TRUE);
      case 'f' -> word(json, at, FALSE);
      case 'n' -> word(json, at, NULL);
      default -> number(json, at);
    };
  }

  private static int object(ByteBuffer json, int at, int depth) {
    int next = space(json, at + 1);
    if (is(json, next, '}')) return next + 1;
    int comma = at;
    do {
      int key = string(json, space(json, comma + 1), true);
      comma = space(json, value(json, toValue(json, key), depth + 1));
    } while (is(json, comma, ','));
    return is(json, comma, '}') ? comma + 1 : NONE;
  }

  private static int list(ByteBuffer json, int at, int depth) {
    int next = space(json, at + 1);
    if (is(json, next, ']')) return next + 1;
    int comma = at;
    do {
      comma = space(json, value(json, space(json, comma + 1), depth + 1));
    } while (is(json, comma, ','));
    return is(json, comma, ']') ? comma + 1 : NONE;
  }

  private static int string(ByteBuffer json, int at, boolean escapes) {
    if (!is(json, at, '"')) return NONE;
    int i = at + 1;
    while (i > 0 && i < json.limit()) {
      byte here = json.get(i);
      if (here == '"') return i + 1;
      if (here == '\\') i = escapes ? escape(json, i) : NONE;
      else i = here >= 0 && here < ' ' ? NONE : i + 1;
    }
    return NONE;
  }

  private static int escape(ByteBuffer json, int at) {
    if (at + 1 >= json.limit()) return NONE;
    return switch (json.get(at + 1)) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
      case 'u' -> fourHexDigits(json, at + 2);
      default -> NONE;
    };
  }

  private static int fourHexDigits(ByteBuffer json, int at) {
    if (at + 4 > json.limit()) return NONE;
    for (int i = at; i < at + 4; i++) if (Character.digit(json.get(i), 16) < 0) return NONE;
    return at + 4;
  }

  private static int word(ByteBuffer json, int at, byte[] word) {
    return same(json, at, at + word.length, word) ? at + word.length : NONE;
  }

  /// Whether exactly these bytes stand there.
  static boolean same(ByteBuffer json, int from, int to, byte[] wanted) {
    if (to - from != wanted.length || to > json.limit()) return false;
    for (int i = 0; i < wanted.length; i++) if (json.get(from + i) != wanted[i]) return false;
    return true;
  }

  private static int number(ByteBuffer json, int at) {
    int first = is(json, at, '-') ? at + 1 : at;
    int i = is(json, first, '0') ? first + 1 : digits(json, first);
    if (is(json, i, '.')) i = digits(json, i + 1);
    if (!is(json, i, 'e') && !is(json, i, 'E')) return i;
    return digits(json, is(json, i + 1, '+') || is(json, i + 1, '-') ? i + 2 : i + 1);
  }

  private static int digits(ByteBuffer json, int at) {
    int i = at;
    while (i < json.limit() && json.get(i) >= '0' && json.get(i) <= '9') i++;
    return i == at ? NONE : i;
  }
}
