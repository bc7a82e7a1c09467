package callflow.diagnostic;

import callflow.value.Value;
import java.util.Iterator;
import java.util.Map;

/// Writes values as JSON, indented by two blanks or on one line.
final class JsonText {
  private final StringBuilder out = new StringBuilder();

  private final boolean indented;

  private JsonText(boolean indented) {
    this.indented = indented;
  }

  static String of(Value value) {
    var text = new JsonText(true);
    text.value(value, 0);
    return text.out.append('\n').toString();
  }

  /// The same without any line break.
  static String onOneLine(Value value) {
    var text = new JsonText(false);
    text.value(value, 0);
    return text.out.toString();
  }

  private void value(Value value, int depth) {
    switch (value) {
      case Value.Text(var text) -> string(text);
      case Value.Decimal decimal -> out.append(decimal);
      case Value.Bool(var bool) -> out.append(bool);
      case Value.Date date -> string(date.toString());
      case Value.Items(var items) -> items(items.iterator(), depth);
      case Value.Fields(var fields) -> fields(fields.sequencedEntrySet().iterator(), depth);
    }
  }

  private void items(Iterator<Value> items, int depth) {
    out.append('[');
    boolean any = items.hasNext();
    while (items.hasNext()) {
      line(depth + 1);
      value(items.next(), depth + 1);
      if (items.hasNext()) out.append(',');
    }
    if (any) line(depth);
    out.append(']');
  }

  private void fields(Iterator<Map.Entry<String, Value>> fields, int depth) {
    out.append('{');
    boolean any = fields.hasNext();
    while (fields.hasNext()) {
      Map.Entry<String, Value> field = fields.next();
      line(depth + 1);
      string(field.getKey());
      out.append(": ");
      value(field.getValue(), depth + 1);
      if (fields.hasNext()) out.append(',');
    }
    if (any) line(depth);
    out.append('}');
  }

  private void line(int depth) {
    if (indented) out.append('\n').repeat("  ", depth);
  }

  /// Escapes what JSON asks for, and what would break in a browser or a log: line separators and
  /// halves of characters.
  private void string(String text) {
    out.append('"');
    text.codePoints().forEach(this::character);
    out.append('"');
  }

  private void character(int character) {
    switch (character) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        boolean halfOrSeparator =
            Character.getType(character) == Character.SURROGATE
                || character == 0x2028
                || character == 0x2029;
        if (character < 0x20 || character == 0x7F || halfOrSeparator) {
          out.append("\\u%04x".formatted(character));
        } else {
          out.appendCodePoint(character);
        }
      }
    }
  }
}
