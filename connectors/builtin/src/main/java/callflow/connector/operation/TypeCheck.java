package callflow.connector.operation;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.value.Type;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// Finds types that no value could ever fit.
final class TypeCheck {
  private TypeCheck() {}

  static List<Diagnostic> check(Located<Type> type) {
    return trouble(type.value())
        .map(message -> Diagnostic.of(Rule.BAD_RANGE, type.span(), message))
        .stream()
        .toList();
  }

  private static Optional<String> trouble(Type type) {
    return switch (type) {
      case Type.Text(var min, var max, _) -> range(min, max, "length");
      case Type.Digits(var min, var max, _) -> range(min, max, "length");
      case Type.Code(var min, var max, _, _) -> range(min, max, "length");
      case Type.Whole(var min, var max) -> range(min, max, "value");
      case Type.Decimal(var min, var max) -> range(min, max, "value");
      case Type.Money(var currency, var min, var max) ->
          known(currency) ? range(min, max, "amount") : unknownCurrency(currency);
      case Type.Choice(var words) ->
          words.isEmpty() ? Optional.of("a `choice` needs words under `of`") : Optional.empty();
      case Type.ListOf(var element) -> trouble(element);
      case Type.Struct(var fields) ->
          fields.values().stream().flatMap(field -> trouble(field.type()).stream()).findFirst();
      case Type.Bool _,
          Type.Date _,
          Type.Time _,
          Type.DateTime _,
          Type.Phone _,
          Type.Email _,
          Type.Iban _,
          Type.Person _,
          Type.Address _,
          Type.Any _ ->
          Optional.empty();
    };
  }

  private static <T extends Comparable<T>> Optional<String> range(
      Optional<T> min, Optional<T> max, String what) {
    return min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0
        ? Optional.of(
            "the smallest %s, %s, is above the largest, %s".formatted(what, min.get(), max.get()))
        : Optional.empty();
  }

  private static boolean known(String currency) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(available -> available.getCurrencyCode().equals(currency));
  }

  private static Optional<String> unknownCurrency(String currency) {
    return Optional.of("`" + currency + "` is no currency; write a code such as `EUR`");
  }
}
