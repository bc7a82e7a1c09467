package callflow.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitOfFormsTest {
  private static final Type GERMAN = new Type.Phone(Optional.of("DE"));

  @ParameterizedTest
  @CsvSource({
    "8:30, 08:30",
    "08:30, 08:30",
    "23:59:59, 23:59",
    "24:00,",
    "8.30,",
    "morning,",
  })
  void a_time_of_day_has_hour_and_minute(String said, String kept) {
    assertThat(fitting(Types.TIME, said)).isEqualTo(Optional.ofNullable(kept));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T08:30, 2026-03-02T08:30",
    "2026-03-02 08:30:00, 2026-03-02T08:30",
    "2026-03-02T08:30:00.5+01:00, 2026-03-02T08:30+01:00",
    "2026-02-30T08:30,",
    "2026-03-02,",
  })
  void a_moment_has_a_day_and_a_time(String said, String kept) {
    assertThat(fitting(Types.MOMENT, said)).isEqualTo(Optional.ofNullable(kept));
  }

  @ParameterizedTest
  @CsvSource({
    "+49 30 123456, +4930123456",
    "030 123456, +4930123456",
    "(030) 12 34-56, +4930123456",
    "+1 212 555 0100, +12125550100",
    "12,",
    "my number,",
  })
  void national_numbers_are_read_by_their_country(String said, String kept) {
    assertThat(fitting(GERMAN, said)).isEqualTo(Optional.ofNullable(kept));
  }

  @Test
  void without_a_country_a_number_needs_its_country_code() {
    assertThat(fitting(Types.PHONE, "030 123456")).isEmpty();
    assertThat(misfit(Types.PHONE, "030 123456")).contains("country code");
  }

  @ParameterizedTest
  @CsvSource({
    "anna.schmidt@mail.example.com, true",
    "anna@example, false",
    "anna example.com, false",
    "a..b@example.com, false",
  })
  void mail_has_a_name_and_a_place(String said, boolean fits) {
    assertThat(fitting(new Type.Email(), said).isPresent()).isEqualTo(fits);
  }

  @Test
  void a_code_is_kept_in_capitals_without_gaps() {
    assertThat(fitting(code(4, Optional.empty()), "ab-1 2")).contains("AB12");
    assertThat(misfit(code(4, Optional.empty()), "ab1")).contains("needs 4 characters and has 3");
    assertThat(misfit(code(4, Optional.empty()), "ab1?")).contains("letters and figures only");
  }

  @ParameterizedTest
  @CsvSource({
    "LUHN, 79927398713, 79927398710",
    "LUHN, US0378331005, US0378331006",
    "MOD11, 0306406152, 0306406153",
    "MOD11, 080442957X, 080442957",
    "MOD97, 794431, 794432",
  })
  void a_check_digit_catches_a_wrong_figure(CheckDigit method, String right, String wrong) {
    var type = code(right.length(), Optional.of(method));

    assertThat(fitting(type, right)).contains(right);
    assertThat(fitting(type, wrong)).isEmpty();
  }

  @Test
  void a_pattern_must_be_met_by_the_whole_value() {
    var pattern = Optional.of(pattern("4[0-9]{3}"));
    var digits = new Type.Digits(Optional.empty(), Optional.empty(), pattern);

    assertThat(fitting(digits, "4123")).contains("4123");
    assertThat(misfit(digits, "5123")).isEqualTo("needs to match 4[0-9]{3}");
  }

  @ParameterizedTest
  @CsvSource({
    "de89 3704 0044 0532 0130 00, DE89370400440532013000",
    "GB29 NWBK 6016 1331 9268 19, GB29NWBK60161331926819",
    "DE89 3704 0044 0532 0130 01,",
    "DE89 3704,",
  })
  void an_iban_has_check_digits_and_the_length_of_its_country(String said, String kept) {
    assertThat(fitting(new Type.Iban(), said)).isEqualTo(Optional.ofNullable(kept));
  }

  @Test
  void the_last_word_of_a_name_is_the_familys() {
    assertThat(Fit.of(new Type.Person(), new Value.Text("Anna Maria Schmidt")))
        .isEqualTo(fields("given", "Anna Maria", "family", "Schmidt"));
    assertThat(Fit.of(new Type.Person(), new Value.Text("42"))).isInstanceOf(Fit.Misfit.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Hauptstraße 12, 10115 Berlin",
        "12 Hauptstraße, Berlin 10115",
        "Hauptstraße 12, Berlin, 10115",
      })
  void an_address_is_read_in_the_order_of_either_language(String said) {
    var address =
        fields(
            "street",
            "Hauptstraße",
            "house_number",
            "12",
            "postal_code",
            "10115",
            "city",
            "Berlin");

    assertThat(Fit.of(new Type.Address(), new Value.Text(said))).isEqualTo(address);
  }

  @Test
  void times_are_ordered_by_the_clock_and_moments_by_what_happens_first() {
    assertThat(Moments.compare("08:30", "09:00")).hasValue(-1);
    assertThat(Moments.compare("2026-03-02T08:30+01:00", "2026-03-02T07:30Z")).hasValue(0);
    assertThat(Moments.compare("2026-03-02T08:30", "2026-03-02T07:30Z")).hasValue(1);
    assertThat(Moments.compare("08:30", "2026-03-02T07:30Z")).isEmpty();
  }

  private static Type code(int length, Optional<CheckDigit> method) {
    return new Type.Code(Optional.of(length), Optional.of(length), Optional.empty(), method);
  }

  private static LinearPattern pattern(String source) {
    return ((LinearPattern.Reading.Fine) LinearPattern.read(source)).pattern();
  }

  private static Fit fields(String... namesAndTexts) {
    var fields = Value.Fields.NONE;
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      fields = fields.with(namesAndTexts[i], new Value.Text(namesAndTexts[i + 1]));
    }
    return new Fit.Fits(Value.Fields.copyOf(Map.copyOf(fields.values())));
  }

  private static Optional<String> fitting(Type type, String said) {
    return Fit.of(type, new Value.Text(said)) instanceof Fit.Fits(var value)
        ? Optional.of(value.toString())
        : Optional.empty();
  }

  private static String misfit(Type type, String said) {
    return Fit.of(type, new Value.Text(said)) instanceof Fit.Misfit(var reason) ? reason : "";
  }
}
