package callflow.voice;

import callflow.value.Type;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a value is to be written, as a phrase at the end of its description: `(exactly 8 digits)`.
///
/// A schema's own words for bounds and patterns make some models of the service refuse the whole
/// set of tools. The phrases are fixed, so that [SchemaReading] gets the type back; patterns and
/// check digits are not told, the engine refuses what doesn't fit them.
final class FormatPhrase {
  /// Nine figures: what is longer is no length of ours.
  private static final String COUNT =
      "(?:exactly (?<exactly>\\d{1,9})|(?<from>\\d{1,9}) to (?<to>\\d{1,9})"
          + "|at least (?<least>\\d{1,9})|at most (?<most>\\d{1,9}))";

  private static final String NUMBER = "-?\\d{1,60}(?:\\.\\d{1,60})?";
  private static final String RANGE =
      "(?: from (?<min>%1$s)(?: to (?<max>%1$s))?| up to (?<only>%1$s))?".formatted(NUMBER);

  private static final Pattern DIGITS = Pattern.compile("digits only|" + COUNT + " digits?");
  private static final Pattern TEXT = Pattern.compile("any text|" + COUNT + " characters?");
  private static final Pattern WHOLE = Pattern.compile("whole number" + RANGE);
  private static final Pattern DECIMAL = Pattern.compile("number" + RANGE);
  private static final Pattern MONEY =
      Pattern.compile("amount in (?<currency>[A-Z]{3}) as a decimal number,?" + RANGE);
  private static final Pattern CODE =
      Pattern.compile("letters and figures(?:, " + COUNT + " characters?)?");
  private static final Pattern PHONE =
      Pattern.compile(
          "telephone number with \\+ and country code(?:, or one of (?<region>[A-Z]{2}))?");

  private FormatPhrase() {}

  /// The phrase for a type, empty where its JSON kind says it all.
  static String of(Type type) {
    return switch (type) {
      case Type.Text(var min, var max, _) ->
          min.isEmpty() && max.isEmpty() ? "any text" : count(min, max, "character");
      case Type.Digits(var min, var max, _) ->
          min.isEmpty() && max.isEmpty() ? "digits only" : count(min, max, "digit");
      case Type.Whole(var min, var max) -> "whole number" + range(min, max);
      case Type.Decimal(var min, var max) -> "number" + range(min, max);
      case Type.Money(var currency, var min, var max) -> money(currency, range(min, max));
      case Type.Code(var min, var max, _, _) ->
          "letters and figures"
              + (min.isEmpty() && max.isEmpty() ? "" : ", " + count(min, max, "character"));
      case Type.Phone(var region) ->
          "telephone number with + and country code"
              + region.map(country -> ", or one of " + country).orElse("");
      case Type.Date _,
          Type.Time _,
          Type.DateTime _,
          Type.Email _,
          Type.Iban _,
          Type.Person _,
          Type.Address _ ->
          FixedPhrase.of(type).orElse("");
      case Type.Bool _, Type.Choice _, Type.ListOf _, Type.Struct _, Type.Any _ -> "";
    };
  }

  /// Whether the type is what is read when there is no phrase.
  static boolean isPlain(Type type) {
    return switch (type) {
      case Type.Text(var min, var max, _) -> min.isEmpty() && max.isEmpty();
      case Type.Whole(var min, var max) -> min.isEmpty() && max.isEmpty();
      case Type.Decimal(var min, var max) -> min.isEmpty() && max.isEmpty();
      case Type.Bool _, Type.Choice _, Type.ListOf _, Type.Struct _, Type.Any _ -> true;
      default -> false;
    };
  }

  private static String count(Optional<Integer> min, Optional<Integer> max, String unit) {
    String amount =
        min.equals(max)
            ? "exactly " + min.orElse(0)
            : min.map(least -> max.map(most -> least + " to " + most).orElse("at least " + least))
                .orElseGet(() -> "at most " + max.orElse(0));
    return amount + " " + unit + (max.or(() -> min).orElse(0) == 1 ? "" : "s");
  }

  private static String range(Optional<BigDecimal> min, Optional<BigDecimal> max) {
    if (min.isEmpty()) return max.map(most -> " up to " + most.toPlainString()).orElse("");
    String from = " from " + min.get().toPlainString();
    return from + max.map(most -> " to " + most.toPlainString()).orElse("");
  }

  private static String money(String currency, String range) {
    return "amount in " + currency + " as a decimal number" + (range.isEmpty() ? "" : "," + range);
  }

  /// What a phrase means on a schema of this `type`; empty for words that are none.
  static Optional<Type> read(String jsonType, String phrase) {
    return switch (jsonType) {
      case "string" -> FixedPhrase.read(jsonType, phrase).or(() -> textual(phrase));
      case "object" -> FixedPhrase.read(jsonType, phrase);
      case "integer" -> matched(WHOLE, phrase).map(found -> new Type.Whole(min(found), max(found)));
      case "number" -> numeric(phrase);
      default -> Optional.empty();
    };
  }

  private static Optional<Type> textual(String phrase) {
    return matched(DIGITS, phrase)
        .<Type>map(found -> new Type.Digits(least(found), most(found)))
        .or(() -> matched(TEXT, phrase).map(found -> new Type.Text(least(found), most(found))))
        .or(() -> matched(CODE, phrase).map(FormatPhrase::code))
        .or(() -> matched(PHONE, phrase).map(found -> new Type.Phone(group(found, "region"))));
  }

  private static Type code(Matcher found) {
    return new Type.Code(least(found), most(found), Optional.empty(), Optional.empty());
  }

  private static Optional<Type> numeric(String phrase) {
    return matched(DECIMAL, phrase)
        .<Type>map(found -> new Type.Decimal(min(found), max(found)))
        .or(() ->
            matched(MONEY, phrase)
                .filter(found -> isCurrency(found.group("currency")))
                .map(found -> new Type.Money(found.group("currency"), min(found), max(found))));
  }

  private static boolean isCurrency(String code) {
    return Currency.availableCurrencies().anyMatch(known -> known.getCurrencyCode().equals(code));
  }

  private static Optional<Matcher> matched(Pattern pattern, String phrase) {
    return Optional.of(pattern.matcher(phrase)).filter(Matcher::matches);
  }

  private static Optional<Integer> least(Matcher found) {
    return group(found, "exactly", "from", "least").map(Integer::valueOf);
  }

  private static Optional<Integer> most(Matcher found) {
    return group(found, "exactly", "to", "most").map(Integer::valueOf);
  }

  private static Optional<BigDecimal> min(Matcher found) {
    return group(found, "min").map(BigDecimal::new);
  }

  private static Optional<BigDecimal> max(Matcher found) {
    return group(found, "max", "only").map(BigDecimal::new);
  }

  private static Optional<String> group(Matcher found, String... names) {
    for (String name : names) {
      String text = found.group(name);
      if (text != null) return Optional.of(text);
    }
    return Optional.empty();
  }
}
