package callflow.expression;

import callflow.expression.Template.Part;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Fills a template for ears: digits one by one, amounts with their currency, dates in words.
public final class Speech {
  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final char NARROW_NO_BREAK_SPACE = '\u202f';

  private Speech() {}

  /// The text as it is to be spoken. What is unset is left out together with the space before it.
  ///
  /// @param types tells, by the same names, how a value is to be read out
  public static String speak(Template template, Scope scope, TypeScope types, Locale locale) {
    var sentence = new Sentence();
    for (Part part : template.parts()) {
      switch (part) {
        case Part.Words(var words) -> sentence.words(words);
        case Part.Hole(var expression) ->
            Evaluation.evaluate(expression, scope)
                .map(value -> spoken(value, Typing.infer(expression, types).type(), locale))
                .ifPresentOrElse(sentence::value, sentence::gap);
      }
    }
    return sentence.text();
  }

  /// One value as it is to be spoken.
  public static String spoken(Value value, Type type, Locale locale) {
    return switch (value) {
      case Value.Text(var text) when type instanceof Type.Digits -> oneByOne(text);
      case Value.Text(var text) -> text;
      case Value.Decimal(var amount) when type instanceof Type.Money(var currency, _, _) ->
          money(amount, currency, locale);
      case Value.Decimal(var amount) -> Amounts.plain(amount);
      case Value.Bool(var yes) -> yesOrNo(yes, locale);
      case Value.Date(var day) -> date(day, locale);
      case Value.Items(var items) -> {
        Type element = type instanceof Type.ListOf list ? list.element() : Types.ANY;
        yield items.stream()
            .map(item -> spoken(item, element, locale))
            .collect(Collectors.joining(", "));
      }
      case Value.Fields fields ->
          fields.values().values().stream()
              .map(field -> spoken(field, Types.ANY, locale))
              .collect(Collectors.joining(", "));
    };
  }

  private static String oneByOne(String text) {
    return text.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
  }

  private static String money(BigDecimal amount, String code, Locale locale) {
    if (!Amounts.bounded(amount)) return Amounts.plain(amount);
    Optional<Currency> currency = currency(code);
    if (currency.isEmpty()) return Amounts.plain(amount) + " " + code;
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    int decimals = whole ? 0 : Math.max(0, currency.get().getDefaultFractionDigits());
    format.setCurrency(currency.get());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(amount).replace(NO_BREAK_SPACE, ' ').replace(NARROW_NO_BREAK_SPACE, ' ');
  }

  private static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static String date(LocalDate day, Locale locale) {
    return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
  }

  private static String yesOrNo(boolean yes, Locale locale) {
    return switch (locale.getLanguage()) {
      case "de" -> yes ? "ja" : "nein";
      case "es" -> yes ? "sí" : "no";
      case "fr" -> yes ? "oui" : "non";
      case "it" -> yes ? "sì" : "no";
      case "nl" -> yes ? "ja" : "nee";
      case "pl" -> yes ? "tak" : "nie";
      case "pt" -> yes ? "sim" : "não";
      default -> yes ? "yes" : "no";
    };
  }
}
