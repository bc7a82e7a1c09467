package callflow.expression;

import static callflow.expression.Reading.template;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import callflow.value.VariableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechTest {
  private final TypeScope types = types();
  private final Values scope =
      new Values()
          .text("account", "1234")
          .text("plan", "gold")
          .number("amount", "50")
          .number("price", "84.2")
          .number("count", "1234.5")
          .number("yen", "1234")
          .date("born", "1990-02-02")
          .yes("verified")
          .with("items", new Value.Items(List.of(Value.Decimal.of(1), Value.Decimal.of(2))));

  private static TypeScope types() {
    Map<VariableName, Type> types = new LinkedHashMap<>();
    types.put(new VariableName("account"), Types.DIGITS);
    types.put(new VariableName("plan"), new Type.Choice(List.of("gold", "silver")));
    types.put(new VariableName("amount"), money("EUR"));
    types.put(new VariableName("price"), money("EUR"));
    types.put(new VariableName("yen"), money("JPY"));
    types.put(new VariableName("count"), Types.NUMBER);
    types.put(new VariableName("born"), Types.DATE);
    types.put(new VariableName("verified"), Types.BOOL);
    types.put(new VariableName("items"), new Type.ListOf(money("EUR")));
    types.put(new VariableName("gone"), Types.TEXT);
    return TypeScope.of(types, Set.of(), Set.of(), Set.of());
  }

  private static Type money(String currency) {
    return new Type.Money(currency, Optional.empty(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | ${account}          | 1 2 3 4
          en | ${amount}           | 50 euros
          en | ${price}            | 84 euros and 20 cents
          en | ${amount + price}   | 134 euros and 20 cents
          en | ${yen}              | 1234 Japanese yen
          de | ${amount}           | 50 Euro
          de | ${price}            | 84 Euro und 20 Cent
          en | ${count}            | 1234.5
          en | ${born}             | the second of February 1990
          de | ${born}             | 2. Februar 1990
          en | ${verified}         | yes
          de | ${verified}         | ja
          en | ${plan}             | gold
          en | ${items}            | 1 euro and 2 euros
          en | ${visits}           | 3
          """)
  void a_value_is_said_as_people_say_it(String language, String text, String said) {
    scope.number("visits", "3");

    assertThat(Speech.speak(template(text), scope, types, Locale.of(language))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Hello ${gone}!                     | Hello!
          Hello ${gone}, welcome.            | Hello, welcome.
          ${gone} Welcome.                   | Welcome.
          Hello ${gone} ${plan}.             | Hello gold.
          Hello ${gone} ${gone}.             | Hello.
          One ${gone} two                    | One two
          Thank you ${gone}                  | Thank you
          ${gone}                            | ""
          """)
  void what_is_unset_leaves_no_hole_in_the_sentence(String text, String said) {
    assertThat(Speech.speak(template(text), scope, types, Locale.ENGLISH)).isEqualTo(said);
  }

  @Test
  void words_are_said_exactly_as_written() {
    String text = "Please  wait ,  ${plan}  .\n";

    assertThat(Speech.speak(template(text), scope, types, Locale.ENGLISH))
        .isEqualTo("Please  wait ,  gold  .\n");
  }
}
