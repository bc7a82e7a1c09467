package callflow.spoken;

import callflow.value.Value;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.GroupingStrategy;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/// Numbers and amounts of money: "84 euros and 20 cents".
///
/// Figures stay figures, which every voice reads out well, without marks between thousands, which
/// some don't.
final class Sums {
  /// Longer numbers are said as they are written.
  private static final int LONGEST = 40;

  private Sums() {}

  static String number(Value.Decimal decimal, Locale locale) {
    if (!isSensible(decimal.value())) return decimal.toString();
    return figures(locale).precision(Precision.unlimited()).format(decimal.value()).toString();
  }

  static String money(Value.Decimal decimal, String code, Locale locale) {
    BigDecimal amount = decimal.value();
    if (!isSensible(amount)) return decimal.toString();
    var currency = currency(code);
    if (currency.isEmpty()) return number(decimal, locale) + " " + code;
    var coin = Coin.of(code, Tongue.of(locale));
    if (coin.isPresent() && amount.scale() > 0 && amount.scale() <= 2) {
      return inCoins(amount, currency.get(), coin.get(), locale);
    }
    int decimals = Math.max(currency.get().getDefaultFractionDigits(), amount.scale());
    return clean(whole(amount, currency.get(), amount.scale() <= 0 ? 0 : decimals, locale));
  }

  private static String inCoins(BigDecimal amount, Currency currency, Coin coin, Locale locale) {
    var tongue = Tongue.of(locale);
    BigDecimal size = amount.abs();
    BigDecimal units = size.setScale(0, RoundingMode.DOWN);
    int coins = size.subtract(units).movePointRight(2).intValueExact();
    String small = coins + " " + coin.name(coins);
    String said =
        units.signum() == 0
            ? small
            : whole(units, currency, 0, locale) + " " + tongue.and() + " " + small;
    return clean(amount.signum() < 0 ? tongue.minus() + " " + said : said);
  }

  private static String whole(BigDecimal amount, Currency currency, int decimals, Locale locale) {
    return figures(locale)
        .unit(com.ibm.icu.util.Currency.getInstance(currency.getCurrencyCode()))
        .unitWidth(UnitWidth.FULL_NAME)
        .precision(Precision.fixedFraction(Math.max(0, decimals)))
        .format(amount)
        .toString();
  }

  private static LocalizedNumberFormatter figures(Locale locale) {
    return NumberFormatter.withLocale(locale).grouping(GroupingStrategy.OFF);
  }

  private static boolean isSensible(BigDecimal amount) {
    return amount.precision() <= LONGEST && Math.abs(amount.scale()) <= LONGEST;
  }

  private static Optional<Currency> currency(String code) {
    return Currency.availableCurrencies()
        .filter(known -> known.getCurrencyCode().equals(code))
        .findFirst();
  }

  private static String clean(String said) {
    return said.replace('\u00a0', ' ').replace('\u202f', ' ');
  }
}
