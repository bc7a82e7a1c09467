package callflow.connector.operation;

import callflow.value.Value;
import java.util.LinkedHashMap;

/// Cuts texts from outside, so that no answer floods a variable or a model.
public final class Clip {
  /// Characters of one text that go on; the rest is dropped.
  public static final int TEXT = 500;

  private Clip() {}

  /// The value with every text in it cut to [#TEXT] characters.
  public static Value value(Value value) {
    return switch (value) {
      case Value.Text(var text) -> new Value.Text(text(text));
      case Value.Items(var items) -> new Value.Items(items.stream().map(Clip::value).toList());
      case Value.Fields(var fields) -> {
        var cut = new LinkedHashMap<String, Value>();
        fields.forEach((name, field) -> cut.put(name, value(field)));
        yield new Value.Fields(cut);
      }
      case Value.Decimal _, Value.Bool _, Value.Date _ -> value;
    };
  }

  static String text(String text) {
    return text.codePointCount(0, text.length()) <= TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, TEXT));
  }
}
