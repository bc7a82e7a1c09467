package callflow.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.Fit;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {
  private static final Map<String, Type> TYPES =
      Map.ofEntries(
          Map.entry("date", Types.DATE),
          Map.entry("time", Types.TIME),
          Map.entry("datetime", Types.MOMENT),
          Map.entry("number", Types.NUMBER),
          Map.entry("digits", Types.DIGITS),
          Map.entry("EUR", money("EUR")),
          Map.entry("USD", money("USD")),
          Map.entry("CHF", money("CHF")),
          Map.entry("SEK", money("SEK")),
          Map.entry("JPY", money("JPY")),
          Map.entry("phone", Types.PHONE),
          Map.entry("german phone", new Type.Phone(Optional.of("DE"))),
          Map.entry("iban", new Type.Iban()),
          Map.entry("email", new Type.Email()),
          Map.entry("person", new Type.Person()),
          Map.entry("address", new Type.Address()),
          Map.entry(
              "code",
              new Type.Code(
                  Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | date         | 1990-02-02       | the second of February 1990
          de | date         | 1990-02-02       | 2. Februar 1990
          es | date         | 1990-02-02       | 2 de febrero de 1990
          fr | date         | 1990-02-02       | 2 février 1990
          fr | date         | 1990-02-01       | 1er février 1990
          it | date         | 1990-02-02       | 2 febbraio 1990
          en | time         | 08:30            | 8:30 AM
          en | time         | 20:00            | 8 PM
          de | time         | 08:30            | 8 Uhr 30
          de | time         | 20:00            | 20 Uhr
          es | time         | 08:30            | 8:30
          fr | time         | 08:30            | 8 heures 30
          fr | time         | 01:00            | 1 heure
          en | datetime     | 2026-03-02T10:00 | the second of March 2026 at 10 AM
          de | datetime     | 2026-03-02T10:00 | 2. März 2026 um 10 Uhr
          es | datetime     | 2026-03-02T13:00 | 2 de marzo de 2026 a la 13:00
          fr | datetime     | 2026-03-02T10:00 | 2 mars 2026 à 10 heures
          en | EUR          | 84.20            | 84 euros and 20 cents
          de | EUR          | 84.20            | 84 Euro und 20 Cent
          es | EUR          | 84.20            | 84 euros con 20 céntimos
          fr | EUR          | 84.20            | 84 euros et 20 centimes
          en | EUR          | 1                | 1 euro
          en | EUR          | 0.01             | 1 cent
          en | EUR          | -0.50            | minus 50 cents
          de | CHF          | 2.05             | 2 Schweizer Franken und 5 Rappen
          en | USD          | 15000            | 15000 US dollars
          en | SEK          | 84.20            | 84.20 Swedish kronor
          en | JPY          | 84               | 84 Japanese yen
          en | number       | 1234.5           | 1234.5
          de | number       | 1234.5           | 1234,5
          en | digits       | 0170             | 0 1 7 0
          en | phone        | +4930123456      | plus 4 9, 3 0, 1 2 3 4 5 6
          es | phone        | +34912345678     | más 3 4, 9 1 2, 3 4, 5 6, 7 8
          de | german phone | +4930123456      | 0 3 0, 1 2 3 4 5 6
          de | german phone | +34912345678     | plus 3 4, 9 1 2, 3 4, 5 6, 7 8
          en | code         | AB7              | Alfa, Bravo, 7
          de | code         | AB7              | A wie Aachen, B wie Berlin, 7
          es | code         | AB7              | A de Antonio, B de Burgos, 7
          fr | code         | AB7              | A comme Anatole, B comme Berthe, 7
          en | iban         | DE89370400440532013000 | D E 8 9, 3 7 0 4, 0 0 4 4, 0 5 3 2, 0 1 3 0, 0 0
          en | email        | anna_b@mail.example.com | anna underscore b at mail dot example dot com
          de | email        | a-b@example.com  | a Bindestrich b at example Punkt com
          en | person       | Anna Schmidt     | Anna Schmidt
          en | address      | Main Street 12, 10115 Berlin | 12 Main Street, Berlin, 1 0 1 1 5
          de | address      | Hauptstraße 12, 10115 Berlin | Hauptstraße 12, 1 0 1 1 5 Berlin
          """)
  void a_value_is_said_as_people_of_the_language_say_it(
      String language, String type, String written, String said) {
    assertThat(spoken(TYPES.get(type), written, Locale.of(language))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'gold, silver and tin'",
    "de, 'gold, silver und tin'",
    "fr, 'gold, silver et tin'"
  })
  void a_list_ends_with_an_and(String language, String said) {
    var items =
        new Value.Items(
            List.of(new Value.Text("gold"), new Value.Text("silver"), new Value.Text("tin")));

    assertThat(Spoken.form(items, new Type.ListOf(Types.TEXT), Locale.of(language)))
        .isEqualTo(said);
  }

  @Test
  void what_is_not_of_its_type_is_said_as_it_stands() {
    for (Type type : TYPES.values()) {
      assertThat(Spoken.form(new Value.Text(""), type, Locale.ENGLISH)).isEmpty();
    }
    assertThat(Spoken.form(new Value.Text("withheld"), Types.PHONE, Locale.ENGLISH))
        .isEqualTo("withheld");
    assertThat(
            Spoken.form(
                new Value.Decimal(new BigDecimal("1E+999999")), money("EUR"), Locale.ENGLISH))
        .isEqualTo("1E+999999");
  }

  private static String spoken(Type type, String written, Locale locale) {
    return switch (Fit.of(type, new Value.Text(written))) {
      case Fit.Fits(var value) -> Spoken.form(value, type, locale);
      case Fit.Misfit(var reason) -> throw new AssertionError(written + " " + reason);
    };
  }

  private static Type money(String currency) {
    return new Type.Money(currency, Optional.empty(), Optional.empty());
  }
}
