package callflow.simulator.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What counts as a value in the words of a caller. `|` parts the columns; an empty one means that
/// nothing is read.
class ValueReadingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "one two three four five six seven eight | 12345678",
        "it's 1234 5678 | 12345678",
        "double five oh seven | 5507",
        "one, two, three | 123",
        "triple 7 nought | 7770",
        "twelve thirty-four fifty | 123450",
        "1234-5678 | 12345678",
        "1234 or 5678 | -",
        "not 1234, it is 5678 | 5678",
        "oh dear | -",
        "I have no idea | -"
      })
  void digits(String words, String read) {
    assertThat(first(Types.DIGITS, words)).isEqualTo(text(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "twenty-one | 21",
        "one hundred and fifty | 150",
        "a hundred | 100",
        "two thousand five hundred | 2500",
        "nineteen hundred and four | 1904",
        "one million two hundred thousand and five | 1200005",
        "three point one four | 3.14",
        "1,250.50 | 1250.50",
        "84,20 | 84.20",
        "3 thousand | 3000",
        "minus seven | -7",
        "two and three | 2",
        "the one from last month | -",
        "between 3 and 5 | -",
        "1e3 | -",
        "-5 | -5",
        "and point | -"
      })
  void numbers(String words, String read) {
    assertThat(first(Types.NUMBER, words)).isEqualTo(decimal(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "fifty euros | 50",
        "€50 please | 50",
        "84.20 | 84.20",
        "eighty-four euros twenty | 84.20",
        "84 euros and 20 cents | 84.20",
        "twenty cents | 0.20",
        "fifty bucks | 50",
        "50eur | 50",
        "one hundred and fifty euro | 150",
        "fifty dollars | -",
        "-5 | -",
        "€-5 | -",
        "-€5 | -",
        "minus five | -",
        "1e3 | -",
        "between 50 and 60 | -",
        "between 50 and 60 euros | -",
        "from 50 to 60 | -",
        "50 or 60 euros | -",
        "not fifty, sixty | 60",
        "all of it | -"
      })
  void amounts_in_euros(String words, String read) {
    var euros = new Type.Money("EUR", Optional.empty(), Optional.empty());

    assertThat(first(euros, words)).isEqualTo(decimal(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "the first of february 1990 | 1990-02-01",
        "born on 2 February 1990 | 1990-02-02",
        "February 2nd, 1990 | 1990-02-02",
        "february the second nineteen ninety | 1990-02-02",
        "twenty-second of may two thousand and five | 2005-05-22",
        "3rd of March twenty ten | 2010-03-03",
        "the fifth of may nineteen oh four | 1904-05-05",
        "thirty-first of december nineteen ninety-nine | 1999-12-31",
        "1990-02-02 | 1990-02-02",
        "03/04/1990 | 1990-04-03",
        "02/28/1990 | 1990-02-28",
        "2.3.90 | 1990-03-02",
        "2.3.24 | 2024-03-02",
        "tomorrow | 2026-01-06",
        "the 30th of february 1990 | -",
        "the first of february | 2026-02-01",
        "on the fifth of march | 2026-03-05",
        "march 5th please | 2026-03-05",
        "january 5th | 2026-01-05",
        "january 4th | 2027-01-04",
        "29 february | 2028-02-29",
        "29 february 1991 | -",
        "5 march 12345678 | -",
        "the day after tomorrow | 2026-01-07",
        "the day before yesterday | 2026-01-03",
        "a week from today | 2026-01-12",
        "a week from tomorrow | 2026-01-13",
        "in a week | 2026-01-12",
        "in two weeks' time | 2026-01-19",
        "three days ago | 2026-01-02",
        "in a month | 2026-02-05",
        "friday | 2026-01-09",
        "could I come on friday please | 2026-01-09",
        "monday | 2026-01-12",
        "last friday | 2026-01-02",
        "friday, the 16th of january | 2026-01-16",
        "a week from friday | -",
        "a week on friday | -",
        "friday week | -",
        "friday next week | -",
        "friday in two weeks | -",
        "after friday | -",
        "monday or tuesday | -",
        "not friday, saturday | 2026-01-10",
        "two weeks | -",
        "in 4294967297 days | -",
        "next week friday | -",
        "next week | -",
        "in may | -"
      })
  void dates(String words, String read) {
    assertThat(first(Types.DATE, words))
        .isEqualTo(Optional.ofNullable(read).map(LocalDate::parse).map(Value.Date::new));
  }

  @Test
  void a_flow_that_speaks_american_reads_the_month_first() {
    var values = new Values(Sentence.of("03/04/1990"), true, TODAY);

    assertThat(values.of(Types.DATE))
        .extracting(Found::value)
        .containsExactly(new Value.Date(LocalDate.of(1990, 3, 4)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {"yes please | true", "nope | false", "yes and no | -", "what | -"})
  void yes_and_no(String words, String read) {
    assertThat(first(Types.BOOL, words))
        .isEqualTo(Optional.ofNullable(read).map(Boolean::valueOf).map(Value.Bool::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "it's about gas | gas",
        "my heat pumps | heat_pump",
        "solar | -",
        "gas or a heat pump | -",
        "not gas | -",
        "not gas but a heat pump | heat_pump"
      })
  void choices(String words, String read) {
    assertThat(first(new Type.Choice(List.of("gas", "heat_pump")), words)).isEqualTo(text(read));
  }

  @Test
  void a_date_is_neither_digits_nor_a_number() {
    var values = new Values(Sentence.of("12345678, 1990-02-02"), false, TODAY);

    assertThat(values.of(Types.DIGITS))
        .extracting(f -> f.value().toString())
        .containsOnly("12345678");
    assertThat(values.of(Types.NUMBER))
        .extracting(f -> f.value().toString())
        .containsOnly("12345678");
  }

  @Test
  void endless_words_are_cut() {
    assertThat(Sentence.of("nine hundred ".repeat(10_000)).size()).isEqualTo(Sentence.MAX_WORDS);
    assertThat(new Values(Sentence.of("million ".repeat(10_000)), false, TODAY).of(Types.NUMBER))
        .isEmpty();
  }

  private static Optional<Value> first(Type type, String words) {
    return new Values(Sentence.of(words), false, TODAY)
        .of(type).stream().findFirst().map(Found::value);
  }

  private static Optional<Value> text(String read) {
    return Optional.ofNullable(read).map(Value.Text::new);
  }

  private static Optional<Value> decimal(String read) {
    return Optional.ofNullable(read).map(java.math.BigDecimal::new).map(Value.Decimal::new);
  }
}
