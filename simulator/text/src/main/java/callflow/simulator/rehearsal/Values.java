package callflow.simulator.rehearsal;

import callflow.value.Type;
import callflow.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Everything in one sentence that could be a value, by the type that is asked for.
///
/// What reads as a date is never offered as digits, a number or an amount.
final class Values {
  /// Words in an answer that says nothing but the day.
  private static final int BRIEF = 3;

  private final Sentence sentence;
  private final List<Found> dates;
  private final Set<Found> yearless;
  private final Negation negation;

  Values(Sentence sentence, boolean monthFirst, LocalDate today) {
    this.sentence = sentence;
    var days = new DateWords(sentence, monthFirst, today);
    this.dates = days.all();
    this.yearless = days.yearless();
    this.negation = Negation.of(sentence);
  }

  /// The candidates, from the likeliest form to the least. Text has none: any words could be it.
  /// What the caller denies, or names as one of two possibilities, is none.
  List<Found> of(Type type) {
    var meant = meant(type);
    return meant.stream().filter(found -> !Alternatives.isOne(sentence, found, meant)).toList();
  }

  /// Whether the caller named several such values without deciding for one.
  boolean undecided(Type type) {
    return !meant(type).isEmpty() && of(type).isEmpty();
  }

  boolean isDenied(Found found) {
    return negation.touches(found);
  }

  /// Whether the year of this day was not said, but is the next that has it.
  boolean lacksYear(Found found) {
    return yearless.contains(found);
  }

  /// "not", which denies other values, is an answer itself where a yes or a no is asked for.
  private List<Found> meant(Type type) {
    if (type instanceof Type.Bool) return all(type);
    return all(type).stream().filter(found -> !isDenied(found)).toList();
  }

  private List<Found> all(Type type) {
    return switch (type) {
      case Type.Date _ -> dates.stream().filter(this::isMeant).toList();
      case Type.Digits _ -> digits();
      case Type.Money money -> undated(AmountWords.in(sentence, money.currency()));
      case Type.Whole _, Type.Decimal _ -> undated(numbers());
      case Type.Bool _ -> YesNoWords.in(sentence).stream().toList();
      case Type.Choice choice -> ChoiceWords.in(sentence, choice);
      case Type.ListOf(var element) -> all(element).stream().map(Values::alone).toList();
      case Type.Time _ -> undated(TimeWords.in(sentence));
      case Type.DateTime _ -> moments();
      case Type.Phone _ -> Stream.concat(SpelledWords.phones(sentence), digits().stream()).toList();
      case Type.Email _ -> SpelledWords.mails(sentence);
      case Type.Code _, Type.Iban _ -> SpelledWords.codes(sentence);
      case Type.Person _ -> ContactWords.names(sentence);
      case Type.Address _ -> ContactWords.addresses(sentence);
      case Type.Text _, Type.Struct _, Type.Any _ -> List.of();
    };
  }

  /// "the weather is nice today" names no day; "tomorrow, please" and "for tomorrow" do.
  private boolean isMeant(Found date) {
    boolean introduced = sentence.is(date.from() - 1, "on", "for", "by", "until", "from", "since");
    boolean brief = sentence.size() <= BRIEF;
    boolean passing = sentence.is(date.from(), "today", "tomorrow", "yesterday");
    return !passing || introduced || brief;
  }

  /// A day and a time said beside each other, in either order.
  private List<Found> moments() {
    return dates.stream()
        .flatMap(date ->
            TimeWords.in(sentence).stream()
                .filter(time -> !time.overlaps(date))
                .map(time ->
                    new Found(
                        new Value.Text(date.value() + "T" + time.value()),
                        Math.min(date.from(), time.from()),
                        Math.max(date.to(), time.to()),
                        true)))
        .toList();
  }

  private static Found alone(Found found) {
    return new Found(
        new Value.Items(List.of(found.value())), found.from(), found.to(), found.plain());
  }

  /// Whole rows first; then each group of figures by itself, for callers who say two numbers at
  /// once.
  private List<Found> digits() {
    var single = new ArrayList<Found>();
    for (int at = 0; at < sentence.size(); at++) {
      if (sentence.at(at).isFigures()) {
        single.add(new Found(new Value.Text(sentence.at(at).text()), at, at + 1, false));
      }
    }
    return Stream.concat(DigitWords.in(sentence, dates).stream(), undated(single).stream())
        .distinct()
        .toList();
  }

  private List<Found> numbers() {
    var numbers = new ArrayList<Found>();
    int at = 0;
    while (at < sentence.size()) {
      var number = NumberWords.at(sentence, at);
      if (number.isEmpty()) {
        at++;
        continue;
      }
      boolean minus = sentence.is(at - 1, "minus");
      BigDecimal value = minus ? number.get().value().negate() : number.get().value();
      numbers.add(
          new Found(new Value.Decimal(value), minus ? at - 1 : at, number.get().next(), false));
      at = number.get().next();
    }
    return numbers;
  }

  private List<Found> undated(List<Found> found) {
    return found.stream()
        .filter(each -> dates.stream().noneMatch(date -> date.overlaps(each)))
        .filter(each -> !isPronoun(each))
        .toList();
  }

  /// "the one from last month" is no number.
  private boolean isPronoun(Found found) {
    return found.to() == found.from() + 1
        && sentence.is(found.from(), "one")
        && sentence.is(found.from() - 1, "the", "this", "that", "another", "last", "first", "no");
  }
}
