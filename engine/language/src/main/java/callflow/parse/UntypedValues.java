package callflow.parse;

import callflow.parse.Node.Style;
import callflow.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/// Values where no type says how to read them: replies, arguments, initial values.
///
/// `true` and `false` are answers and plain numbers are numbers; everything else, and everything in
/// quotes, is text, so that `0170` keeps its zero. What is empty or `null` is left out.
final class UntypedValues {
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,29})([.][0-9]{1,10})?");

  private UntypedValues() {}

  static Optional<Value> read(Slot slot) {
    return of(slot.node());
  }

  /// The value as named fields, which it must be.
  static Value.Fields fields(Slot slot) {
    var fields = new LinkedHashMap<String, Value>();
    for (Keyed entry : slot.entries("`{ name: value }`")) {
      of(entry.value().node()).ifPresent(value -> fields.put(entry.key().value(), value));
    }
    return new Value.Fields(fields);
  }

  private static Optional<Value> of(Node node) {
    if (node.isEmpty()) return Optional.empty();
    return switch (node) {
      case Node.Refused _ -> Optional.empty();
      case Node.Scalar(var text, var style, _) ->
          Optional.of(style == Style.PLAIN ? plain(text.value()) : new Value.Text(text.value()));
      case Node.Sequence(var items, _) ->
          Optional.of(new Value.Items(items.stream().flatMap(item -> of(item).stream()).toList()));
      case Node.Mapping(var entries, _) -> {
        var fields = new LinkedHashMap<String, Value>();
        entries.forEach(
            entry -> of(entry.value()).ifPresent(value -> fields.put(entry.key().value(), value)));
        yield Optional.of(new Value.Fields(fields));
      }
    };
  }

  /// An unquoted scalar: an answer, a number or text.
  static Value plain(String text) {
    return switch (text) {
      case "true" -> new Value.Bool(true);
      case "false" -> new Value.Bool(false);
      default ->
          NUMBER.matcher(text).matches()
              ? new Value.Decimal(new BigDecimal(text))
              : new Value.Text(text);
    };
  }
}
