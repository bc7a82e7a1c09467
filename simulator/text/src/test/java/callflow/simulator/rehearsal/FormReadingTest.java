package callflow.simulator.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.Fit;
import callflow.value.Type;
import callflow.value.Types;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What counts as a time, a number to call, a code, a name or an address in the words of a caller.
class FormReadingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "at 8:30 please | 08:30",
        "half past eight | 08:30",
        "at a quarter to nine in the evening | 20:45",
        "eight thirty pm | 20:30",
        "at eight o'clock | 08:00",
        "four in the afternoon | 16:00",
        "12 am | 00:00",
        "around noon | 12:00",
        "I have two questions for you | -"
      })
  void times(String words, String read) {
    assertThat(first(Types.TIME, words)).isEqualTo(Optional.ofNullable(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "on the second of march 2026 at ten | 2026-03-02T10:00",
        "at half past three tomorrow | 2026-01-06T03:30",
        "on the second of march 2026 | -"
      })
  void moments(String words, String read) {
    assertThat(first(Types.MOMENT, words)).isEqualTo(Optional.ofNullable(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "my number is +49 30 123456 | +4930123456",
        "it is 030 123456 | +4930123456",
        "oh three oh, one two three four five six | +4930123456",
        "no idea | -"
      })
  void telephone_numbers(String words, String read) {
    assertThat(first(new Type.Phone(Optional.of("DE")), words))
        .isEqualTo(Optional.ofNullable(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "it's Anna.Schmidt@example.com | Anna.Schmidt@example.com",
        "anna dot schmidt at example dot com | anna.schmidt@example.com",
        "I am at home | -"
      })
  void mail(String words, String read) {
    assertThat(first(new Type.Email(), words)).isEqualTo(Optional.ofNullable(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "my code is AB 12 CD | AB12CD",
        "the code is alfa bravo one two charlie delta | AB12CD",
        "a b 12 c d | -",
        "AB-12 | -"
      })
  void codes(String words, String read) {
    var six = new Type.Code(Optional.of(6), Optional.of(6), Optional.empty(), Optional.empty());

    assertThat(first(six, words)).isEqualTo(Optional.ofNullable(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "DE89 3704 0044 0532 0130 00 | DE89370400440532013000",
        "my account is DE 89 3704 0044 0532 0130 00 | DE89370400440532013000",
        "DE89 3704 0044 0532 0130 01 | -"
      })
  void bank_accounts(String words, String read) {
    assertThat(first(new Type.Iban(), words)).isEqualTo(Optional.ofNullable(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "my name is Anna Schmidt | {given=Anna, family=Schmidt}",
        "Anna Maria Schmidt | {given=Anna Maria, family=Schmidt}",
        "this is Schmidt, good morning | {family=Schmidt}",
        "I would like a coffee | -"
      })
  void names(String words, String read) {
    assertThat(first(new Type.Person(), words)).isEqualTo(Optional.ofNullable(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "I live at Main Street 12, 10115 Berlin"
            + " | {street=Main Street, house_number=12, postal_code=10115, city=Berlin}",
        "somewhere in Berlin | -"
      })
  void postal_addresses(String words, String read) {
    assertThat(first(new Type.Address(), words)).isEqualTo(Optional.ofNullable(read));
  }

  private static Optional<String> first(Type type, String words) {
    return new Values(Sentence.of(words), false, TODAY)
        .of(type).stream()
            .flatMap(found ->
                Fit.of(type, found.value()) instanceof Fit.Fits(var value)
                    ? Stream.of(value.toString())
                    : Stream.empty())
            .findFirst();
  }
}
