package callflow.simulator.rehearsal;

import callflow.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Amounts of money: `fifty euros`, `84.20`, `eighty-four euros twenty`, `€50`, `fifty bucks`,
/// `twenty cents`.
final class AmountWords {
  /// A word for money that every currency goes by.
  private static final String ANY = "*";

  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("€", "EUR"),
          Map.entry("eur", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("$", "USD"),
          Map.entry("usd", "USD"),
          Map.entry("dollar", "USD"),
          Map.entry("dollars", "USD"),
          Map.entry("£", "GBP"),
          Map.entry("gbp", "GBP"),
          Map.entry("pound", "GBP"),
          Map.entry("pounds", "GBP"),
          Map.entry("quid", "GBP"),
          Map.entry("chf", "CHF"),
          Map.entry("franc", "CHF"),
          Map.entry("francs", "CHF"),
          Map.entry("bucks", ANY),
          Map.entry("buck", ANY));

  private AmountWords() {}

  /// The amounts in this currency, from left to right; one that names another currency is none, and
  /// so is one below zero.
  static List<Found> in(Sentence sentence, String currency) {
    var amounts = new ArrayList<Found>();
    int at = 0;
    while (at < sentence.size()) {
      var amount = amount(sentence, at);
      if (amount.isEmpty()) {
        at++;
        continue;
      }
      boolean below = sentence.is(at - 1, "minus", "negative");
      if (!below && amount.get().isIn(currency)) amounts.add(amount.get().found());
      at = amount.get().found().to();
    }
    return amounts;
  }

  /// An amount as it was said.
  ///
  /// @param currency empty when the caller named none
  private record Amount(Found found, Optional<String> currency) {
    boolean isIn(String wanted) {
      return currency.map(named -> named.equals(ANY) || named.equals(wanted)).orElse(true);
    }
  }

  private static Optional<Amount> amount(Sentence sentence, int from) {
    var sign = currency(sentence, from).filter(_ -> sentence.at(from).text().length() == 1);
    var number = NumberWords.at(sentence, sign.isPresent() ? from + 1 : from);
    if (number.isEmpty()) return Optional.empty();
    int next = number.get().next();
    if (isCents(sentence, next)) {
      return Optional.of(amount(cents(number.get().value()), from, next + 1, Optional.of(ANY)));
    }
    var named = sign.or(() -> currency(sentence, next));
    if (named.isEmpty()) {
      return Optional.of(amount(number.get().value(), from, next, Optional.empty()));
    }
    return Optional.of(withCents(sentence, from, number.get(), named.get(), sign.isPresent()));
  }

  private static Amount amount(BigDecimal value, int from, int to, Optional<String> currency) {
    return new Amount(
        new Found(new Value.Decimal(value), from, to, currency.isPresent()), currency);
  }

  /// `euros twenty`, `euros and twenty cents`.
  private static Amount withCents(
      Sentence sentence, int from, Read<BigDecimal> whole, String currency, boolean signFirst) {
    int end = signFirst ? whole.next() : whole.next() + 1;
    int at = sentence.is(end, "and") ? end + 1 : end;
    var cents =
        NumberWords.at(sentence, at)
            .filter(_ -> !sentence.at(at).afterBreak())
            .filter(read -> read.value().compareTo(BigDecimal.valueOf(100)) < 0)
            .filter(read -> isCents(sentence, read.next()) || (at == end && !signFirst));
    return cents
        .map(read ->
            amount(
                whole.value().add(cents(read.value())),
                from,
                isCents(sentence, read.next()) ? read.next() + 1 : read.next(),
                Optional.of(currency)))
        .orElseGet(() -> amount(whole.value(), from, end, Optional.of(currency)));
  }

  private static BigDecimal cents(BigDecimal count) {
    return count.movePointLeft(2);
  }

  private static Optional<String> currency(Sentence sentence, int at) {
    return sentence.has(at)
        ? Optional.ofNullable(CURRENCIES.get(sentence.at(at).text()))
        : Optional.empty();
  }

  private static boolean isCents(Sentence sentence, int at) {
    return sentence.is(at, "cent", "cents", "pence");
  }
}
