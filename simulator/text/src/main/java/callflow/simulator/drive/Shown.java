package callflow.simulator.drive;

import callflow.value.ToolResult;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Values and results as people read them.
public final class Shown {
  private Shown() {}

  /// `{ account: 12345678, born: *** }`; money with the decimals of its currency.
  public static String value(Type type, Value value) {
    return switch (value) {
      case Value.Decimal(var number) -> number(type, number);
      case Value.Text _, Value.Bool _, Value.Date _ -> value.toString();
      case Value.Items(var items) ->
          items.stream()
              .map(item -> value(element(type), item))
              .collect(Collectors.joining(", ", "[", "]"));
      case Value.Fields(var fields) when fields.isEmpty() -> "{}";
      case Value.Fields(var fields) ->
          fields.entrySet().stream()
              .map(field -> field(type, field))
              .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }

  /// How a tool call came out, in a few words.
  public static String result(Type type, ToolResult result, Masking masking) {
    return switch (result) {
      case ToolResult.Done(var output) -> value(type, masking.mask(output));
      case ToolResult.Refused(var code, var message) ->
          "refused, " + code + ": " + masking.mask(message);
      case ToolResult.Broken(var kind, var message, _) ->
          kind.name().toLowerCase(Locale.ROOT) + ": " + masking.mask(message);
      case ToolResult.Unknown _ -> "unknown: it may have happened";
    };
  }

  private static String number(Type type, BigDecimal number) {
    if (!(type instanceof Type.Money(var currency, _, _))) return number.toPlainString();
    int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
    boolean whole = number.scale() <= 0;
    return whole || number.scale() > decimals
        ? number.toPlainString()
        : number.setScale(decimals).toPlainString();
  }

  private static String field(Type type, Map.Entry<String, Value> field) {
    var known =
        type instanceof Type.Struct(var fields)
            ? Optional.ofNullable(fields.get(field.getKey())).map(Type.Field::type)
            : Optional.<Type>empty();
    return field.getKey() + ": " + value(known.orElse(Types.ANY), field.getValue());
  }

  private static Type element(Type type) {
    return type instanceof Type.ListOf(var element) ? element : Types.ANY;
  }
}
