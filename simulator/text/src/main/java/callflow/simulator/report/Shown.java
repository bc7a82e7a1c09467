package callflow.simulator.report;

import callflow.value.ToolResult;
import callflow.value.Value;
import java.util.Locale;
import java.util.stream.Collectors;

/// Values and results as people read them.
final class Shown {
  private Shown() {}

  /// `{ account: 12345678, born: *** }`.
  static String value(Value value) {
    return switch (value) {
      case Value.Text _, Value.Decimal _, Value.Bool _, Value.Date _ -> value.toString();
      case Value.Items(var items) ->
          items.stream().map(Shown::value).collect(Collectors.joining(", ", "[", "]"));
      case Value.Fields(var fields) when fields.isEmpty() -> "{}";
      case Value.Fields(var fields) ->
          fields.entrySet().stream()
              .map(field -> field.getKey() + ": " + value(field.getValue()))
              .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }

  static String result(ToolResult result, Masking masking) {
    return switch (result) {
      case ToolResult.Done(var output) -> value(masking.mask(output));
      case ToolResult.Refused(var code, var message) ->
          "refused, " + code + ": " + masking.mask(message);
      case ToolResult.Broken(var kind, var message, _) ->
          kind.name().toLowerCase(Locale.ROOT) + ": " + masking.mask(message);
      case ToolResult.Unknown _ -> "unknown: it may have happened";
    };
  }
}
