package callflow.spoken;

import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import com.ibm.icu.text.ListFormatter;
import java.util.List;
import java.util.Locale;

/// Says a value as its type wants it said. Total: what is not of the type is said as it stands.
public final class Spoken {
  private Spoken() {}

  /// One value as it is to be spoken.
  public static String form(Value value, Type type, Locale locale) {
    return switch (value) {
      case Value.Text(var text) -> text(text, type, locale);
      case Value.Decimal decimal when type instanceof Type.Money(var currency, _, _) ->
          Sums.money(decimal, currency, locale);
      case Value.Decimal decimal -> Sums.number(decimal, locale);
      case Value.Bool(var yes) -> Tongue.yesOrNo(yes, locale);
      case Value.Date(var day) -> Calendar.day(day, locale);
      case Value.Items(var items) -> {
        Type element = type instanceof Type.ListOf list ? list.element() : Types.ANY;
        yield listed(items.stream().map(item -> form(item, element, locale)).toList(), locale);
      }
      case Value.Fields fields -> Contacts.said(fields, type, locale);
    };
  }

  private static String text(String text, Type type, Locale locale) {
    return switch (type) {
      case Type.Digits _ -> Letters.oneByOne(text);
      case Type.Time _ -> Calendar.time(text, locale);
      case Type.DateTime _ -> Calendar.moment(text, locale);
      case Type.Phone(var region) -> Letters.phone(text, region, locale);
      case Type.Code _ -> Letters.spelled(text, locale);
      case Type.Iban _ -> Letters.inFours(text);
      case Type.Email _ -> Letters.mail(text, locale);
      default -> text;
    };
  }

  private static String listed(List<String> items, Locale locale) {
    if (items.size() > 2 && Tongue.of(locale) == Tongue.ENGLISH) {
      return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }
    return ListFormatter.getInstance(locale).format(items);
  }
}
