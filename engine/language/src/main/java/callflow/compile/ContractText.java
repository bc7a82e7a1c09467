package callflow.compile;

import callflow.value.LinearPattern;
import callflow.value.OperationSchema;
import callflow.value.Type;
import callflow.value.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;

/// Operations, types and values as canonical text: what a program relies on beyond its own file.
final class ContractText {
  private ContractText() {}

  static void operation(CanonicalText text, OperationSchema operation) {
    text.word("operation", operation.name().toString());
    text.word("description", operation.description());
    type(text, operation.input());
    type(text, operation.output());
    text.word("effect", operation.effect().word());
    text.word("timeout", operation.timeout().toString());
    text.flag("honours_key", operation.honoursKey());
    text.words("errors", operation.errorCodes().stream().sorted().toList());
  }

  static void type(CanonicalText text, Type type) {
    text.word("type", type.word());
    switch (type) {
      case Type.Text(var min, var max, var pattern) -> form(text, min, max, pattern);
      case Type.Digits(var min, var max, var pattern) -> form(text, min, max, pattern);
      case Type.Code(var min, var max, var pattern, var check) -> {
        form(text, min, max, pattern);
        text.option("check", check, method -> text.word("method", method.word()));
      }
      case Type.Phone(var region) ->
          text.option("region", region, country -> text.word("country", country));
      case Type.Whole(var min, var max) -> bounds(text, min, max);
      case Type.Decimal(var min, var max) -> bounds(text, min, max);
      case Type.Money(var currency, var min, var max) -> {
        text.word("currency", currency);
        bounds(text, min, max);
      }
      case Type.Choice(var of) -> text.words("of", of);
      case Type.ListOf(var element) -> type(text, element);
      case Type.Struct struct -> struct(text, struct);
      case Type.Bool _,
          Type.Date _,
          Type.Time _,
          Type.DateTime _,
          Type.Email _,
          Type.Iban _,
          Type.Person _,
          Type.Address _,
          Type.Any _ -> {}
    }
  }

  private static void form(
      CanonicalText text,
      Optional<Integer> min,
      Optional<Integer> max,
      Optional<LinearPattern> pattern) {
    text.option("min", min, length -> text.number("length", length));
    text.option("max", max, length -> text.number("length", length));
    text.option("pattern", pattern, form -> text.word("source", form.source()));
  }

  private static void bounds(
      CanonicalText text, Optional<BigDecimal> min, Optional<BigDecimal> max) {
    text.option("min", min, bound -> text.word("bound", plain(bound)));
    text.option("max", max, bound -> text.word("bound", plain(bound)));
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  private static void struct(CanonicalText text, Type.Struct struct) {
    text.group(
        "fields",
        struct.fields().entrySet(),
        field -> {
          text.word("name", field.getKey());
          type(text, field.getValue().type());
          text.flag("required", field.getValue().required());
          text.flag("sensitive", field.getValue().sensitive());
          text.word("description", field.getValue().description());
        });
  }

  static void value(CanonicalText text, Value value) {
    switch (value) {
      case Value.Text(var words) -> text.word("text", words);
      case Value.Decimal(var amount) -> text.word("number", plain(amount));
      case Value.Bool(var yes) -> text.flag("boolean", yes);
      case Value.Date(var day) -> text.word("date", day.toString());
      case Value.Items(var items) -> text.group("items", items, item -> value(text, item));
      case Value.Fields(var fields) ->
          text.group(
              "fields",
              new TreeMap<>(fields).entrySet(),
              field -> {
                text.word("name", field.getKey());
                value(text, field.getValue());
              });
    }
  }
}
