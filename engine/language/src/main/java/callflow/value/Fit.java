package callflow.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Whether a value can be what a [Type] asks for, and what it becomes then.
///
/// Lenient in form (`"50"` is fifty where money is asked for, `"1990-02-02"` a date), strict in
/// meaning. The reason of a misfit is a phrase that follows "it": "it needs 8 digits and has 7".
public sealed interface Fit {

  /// The value in the type's own kind.
  record Fits(Value value) implements Fit {}

  record Misfit(String reason) implements Fit {}

  /// Tries to read `value` as `type`.
  static Fit of(Type type, Value value) {
    return switch (type) {
      case Type.Any _ -> new Fits(value);
      case Type.Text text -> text(text, value);
      case Type.Digits digits -> digits(digits, value);
      case Type.Whole whole -> whole(whole, value);
      case Type.Decimal decimal -> number(decimal.min(), decimal.max(), value);
      case Type.Money money -> money(money, value);
      case Type.Bool _ -> bool(value);
      case Type.Date _ -> date(value);
      case Type.Time _ -> Moments.time(value);
      case Type.DateTime _ -> Moments.moment(value);
      case Type.Phone phone -> PhoneNumbers.fit(phone, value);
      case Type.Email _ -> Contacts.email(value);
      case Type.Code code -> Codes.code(code, value);
      case Type.Iban _ -> Codes.iban(value);
      case Type.Person _ -> Contacts.person(value);
      case Type.Address _ -> Contacts.address(value);
      case Type.Choice choice -> choice(choice, value);
      case Type.ListOf list -> list(list, value);
      case Type.Struct struct -> struct(struct, value);
    };
  }

  private static Fit text(Type.Text type, Value value) {
    return switch (value) {
      case Value.Items _, Value.Fields _ -> new Misfit("needs to be text");
      default -> {
        String text = value.toString();
        int length = text.codePointCount(0, text.length());
        yield length(type.minLength(), type.maxLength(), length, "character")
            .or(() -> form(type.pattern(), text))
            .<Fit>map(Misfit::new)
            .orElseGet(() -> new Fits(new Value.Text(text)));
      }
    };
  }

  private static Fit digits(Type.Digits type, Value value) {
    String figures = value.toString().replaceAll("[\\s./-]", "");
    boolean plain = value instanceof Value.Text || value instanceof Value.Decimal;
    if (!plain || !figures.chars().allMatch(c -> c >= '0' && c <= '9') || figures.isEmpty()) {
      return new Misfit("needs to be digits only");
    }
    return length(type.minLength(), type.maxLength(), figures.length(), "digit")
        .or(() -> form(type.pattern(), figures))
        .<Fit>map(Misfit::new)
        .orElseGet(() -> new Fits(new Value.Text(figures)));
  }

  /// Why a text does not match; empty when it does.
  static Optional<String> form(Optional<LinearPattern> pattern, String text) {
    return pattern
        .filter(form -> !form.matches(text))
        .map(form -> "needs to match " + form.source());
  }

  /// What is wrong with a length, as a reason; empty when nothing is.
  static Optional<String> length(
      Optional<Integer> min, Optional<Integer> max, int length, String unit) {
    boolean fits = min.map(m -> length >= m).orElse(true) && max.map(m -> length <= m).orElse(true);
    if (fits) return Optional.empty();
    String wanted =
        min.equals(max)
            ? "" + min.orElse(0)
            : min.map(m -> max.map(x -> m + " to " + x).orElse("at least " + m))
                .orElseGet(() -> "at most " + max.orElse(0));
    return Optional.of("needs " + wanted + " " + unit + "s and has " + length);
  }

  private static Fit whole(Type.Whole type, Value value) {
    return switch (number(type.min(), type.max(), value)) {
      case Fits(Value.Decimal(var amount)) when amount.scale() > 0 ->
          new Misfit("needs to be a whole number");
      case Fit fit -> fit;
    };
  }

  private static Fit money(Type.Money type, Value value) {
    int decimals = Math.max(0, Currency.getInstance(type.currency()).getDefaultFractionDigits());
    return switch (number(type.min(), type.max(), value)) {
      case Fits(Value.Decimal(var amount)) when amount.scale() > decimals ->
          new Misfit("needs at most " + decimals + " decimals");
      case Fit fit -> fit;
    };
  }

  private static Fit number(Optional<BigDecimal> min, Optional<BigDecimal> max, Value value) {
    Optional<BigDecimal> read =
        switch (value) {
          case Value.Decimal(var amount) -> Optional.of(amount);
          case Value.Text(var text) -> decimal(text);
          default -> Optional.empty();
        };
    if (read.isEmpty()) return new Misfit("needs to be a number");
    BigDecimal amount = read.get();
    if (min.isPresent() && amount.compareTo(min.get()) < 0) {
      return new Misfit("needs to be at least " + min.get().toPlainString());
    }
    if (max.isPresent() && amount.compareTo(max.get()) > 0) {
      return new Misfit("needs to be at most " + max.get().toPlainString());
    }
    return new Fits(new Value.Decimal(amount));
  }

  /// A plain decimal such as `-12.50`: no exponent, at most 40 characters.
  static Optional<BigDecimal> decimal(String text) {
    String trimmed = text.strip();
    return trimmed.length() <= 40 && trimmed.matches("[+-]?[0-9]+([.][0-9]+)?")
        ? Optional.of(new BigDecimal(trimmed))
        : Optional.empty();
  }

  private static Fit bool(Value value) {
    return switch (value) {
      case Value.Bool bool -> new Fits(bool);
      case Value.Text(var text) when text.equals("true") || text.equals("yes") ->
          new Fits(new Value.Bool(true));
      case Value.Text(var text) when text.equals("false") || text.equals("no") ->
          new Fits(new Value.Bool(false));
      default -> new Misfit("needs to be yes or no");
    };
  }

  private static Fit date(Value value) {
    return switch (value) {
      case Value.Date date -> new Fits(date);
      case Value.Text(var text) -> {
        try {
          yield new Fits(new Value.Date(LocalDate.parse(text.strip())));
        } catch (DateTimeException notADate) {
          yield new Misfit("needs to be a date such as 1990-02-28");
        }
      }
      default -> new Misfit("needs to be a date such as 1990-02-28");
    };
  }

  private static Fit choice(Type.Choice type, Value value) {
    return value instanceof Value.Text(var text) && type.of().contains(text.strip())
        ? new Fits(new Value.Text(text.strip()))
        : new Misfit("needs to be one of " + String.join(", ", type.of()));
  }

  private static Fit list(Type.ListOf type, Value value) {
    if (!(value instanceof Value.Items(var items))) return new Misfit("needs to be a list");
    var read = new ArrayList<Value>();
    for (Value item : items) {
      switch (of(type.element(), item)) {
        case Fits(var fitting) -> read.add(fitting);
        case Misfit(var reason) -> {
          return new Misfit("has an entry that " + reason);
        }
      }
    }
    return new Fits(new Value.Items(List.copyOf(read)));
  }

  private static Fit struct(Type.Struct type, Value value) {
    if (!(value instanceof Value.Fields(var fields))) {
      return new Misfit("needs to be an object with fields");
    }
    if (type.open()) return new Fits(value);
    var read = new LinkedHashMap<String, Value>();
    for (var declared : type.fields().entrySet()) {
      String name = declared.getKey();
      Value given = fields.get(name);
      if (given == null) {
        if (declared.getValue().required()) return new Misfit("lacks `" + name + "`");
        continue;
      }
      switch (of(declared.getValue().type(), given)) {
        case Fits(var fitting) -> read.put(name, fitting);
        case Misfit(var reason) -> {
          return new Misfit("has a field `" + name + "` that " + reason);
        }
      }
    }
    return new Fits(new Value.Fields(read));
  }
}
