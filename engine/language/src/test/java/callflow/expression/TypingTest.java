package callflow.expression;

import static callflow.expression.Reading.expression;
import static callflow.expression.Reading.pointedAt;
import static callflow.expression.Reading.template;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.value.ScheduleName;
import callflow.value.SwitchName;
import callflow.value.ToolName;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.VariableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypingTest {
  private final TypeScope scope = scope();

  private static TypeScope scope() {
    Map<VariableName, Type> types = new LinkedHashMap<>();
    types.put(new VariableName("account"), new Type.Digits(Optional.of(8), Optional.of(8)));
    types.put(new VariableName("birth_date"), Types.DATE);
    types.put(new VariableName("amount"), money("EUR"));
    types.put(new VariableName("dollars"), money("USD"));
    types.put(new VariableName("plan"), new Type.Choice(List.of("gold", "silver")));
    types.put(new VariableName("verified"), Types.BOOL);
    types.put(new VariableName("note"), Types.TEXT);
    types.put(new VariableName("plans"), new Type.ListOf(Types.TEXT));
    types.put(new VariableName("opening"), Types.TIME);
    types.put(new VariableName("home"), new Type.Address());
    types.put(new VariableName("anything"), Types.ANY);
    types.put(new VariableName("open_object"), Type.Struct.OPEN);
    var fields = new LinkedHashMap<String, Type.Field>();
    fields.put("id", new Type.Field(Types.TEXT, true, false, ""));
    fields.put("name", new Type.Field(Types.TEXT, true, false, ""));
    types.put(new VariableName("customer"), new Type.Struct(fields));
    return TypeScope.of(
        types,
        Set.of(new ScheduleName("office")),
        Set.of(new ToolName("pay_bill")),
        Set.of(new SwitchName("storm")));
  }

  private static Type money(String currency) {
    return new Type.Money(currency, Optional.empty(), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verified and not verified or visits >= 3",
        "amount > 50 and amount + 1.5 <= 100",
        "account == '12345678'",
        "plan == 'gold' or plan != 'silver'",
        "birth_date < '1990-02-28' and '2000-01-01' > birth_date and birth_date != today",
        "age(birth_date) >= 18",
        "days_until(birth_date) > 3 and days_since(today) == 0",
        "length(note) > 3 and lower(note) == 'yes'",
        "contains(plans, plan) and count(plans) > 1",
        "opening < '12:00' and call.started < now and now > '2026-03-02T08:30'",
        "home.city == 'Berlin' and call.direction == 'inbound' and call.headers.x_id == '1'",
        "open('office') and confirmed('pay_bill')",
        "known(customer) and customer.id == 'C7'",
        "matches(note, 'a+') and mask(account) == 'x'",
        "anything and anything.field > 5 and open_object.x == 'y'",
        "state.previous == 'menu' and call.from == '+49'",
        "(verified ? amount : 5) > 3",
        "-amount < 0 and amount / amount == 1"
      })
  void what_makes_sense_has_no_finding(String text) {
    assertThat(Typing.guard(expression(text), scope).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          account > 5             | account          | `>` puts numbers, dates and times in order, and `account` is text made of digits
          account == 12345678     | account == 12345678 | `account` is text made of digits and can't be compared with `12345678`, which is a number
          account == '123'        | '123'            | `account` is never `'123'`: it needs 8 digits and has 3
          plan == 'glod'          | 'glod'           | `plan` is never `'glod'`: it needs to be one of gold, silver
          plan == 3               | plan == 3        | `plan` is one word of a choice and can't be compared with `3`, which is a number
          amount == '50'          | amount == '50'   | `amount` is an amount in EUR and can't be compared with `'50'`, which is text
          verified == 'true'      | verified == 'true' | `verified` is yes or no and can't be compared with `'true'`, which is text
          amount and verified     | amount           | what stands beside `and` must be yes or no, and `amount` is an amount in EUR
          not plan                | plan             | what stands after `not` must be yes or no, and `plan` is one word of a choice
          birth_date < '1.2.1990' | '1.2.1990'       | `birth_date` is a date, and `'1.2.1990'` is not a day we can read
          birth_date == '1990-02-30' | '1990-02-30'  | `birth_date` is a date, and `'1990-02-30'` is not a day we can read
          birth_date > 1990       | birth_date > 1990 | `birth_date` is a date and can't be compared with `1990`, which is a number
          age(account) > 3        | account          | what `age` counts from must be a date, and `account` is text made of digits
          mask(amount) == 'x'     | amount           | what `mask` hides must be text, and `amount` is an amount in EUR
          matches(amount, 'a')    | amount           | what `matches` looks at must be text, and `amount` is an amount in EUR
          customer == 'x'         | customer         | `customer` is an object and can't be compared
          note + 1 > 3            | note             | a value beside `+` must be a number, and `note` is text
          amount > dollars        | amount > dollars | `amount` is an amount in EUR and `dollars` is an amount in USD
          amount + dollars > 3    | amount + dollars | `amount` is an amount in EUR and `dollars` is an amount in USD
          plan.id == 'x'          | plan.id          | `plan` is one word of a choice and has no field `id`
          amount                  | amount           | a condition must be yes or no, and `amount` is an amount in EUR
          'verified'              | 'verified'       | a condition must be yes or no, and `'verified'` is text
          note ? verified : verified | note          | what stands before `?` must be yes or no, and `note` is text
          opening < 'noon'        | 'noon'           | `opening` is a time of day, and `'noon'` is not a time we can read
          opening < today         | opening < today  | `opening` is a time of day and can't be compared with `today`, which is a date
          count(note) > 1         | note             | what `count` counts must be a list, and `note` is text
          contains(plans, 3)      | 3                | what `contains` looks for in `plans` must be text, and `3` is a number
          length(amount) > 1      | amount           | what `length` measures must be text, and `amount` is an amount in EUR
          verified > true         | verified         | `>` puts numbers, dates and times in order, and `verified` is yes or no
          """)
  void what_could_never_come_out_right_is_reported(String text, String at, String message) {
    Diagnostic found = only(text);

    assertThat(found.message()).isEqualTo(message);
    assertThat(found.rule()).isEqualTo(Rule.EXPRESSION_TYPE);
    assertThat(pointedAt(text, found.span())).isEqualTo(at);
    assertThat(found.hint().isPresent() || text.contains("== '"))
        .as("a hint or nothing better to say")
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          amount == '50'          | write `50` without quotes
          account == 12345678     | write the figures in quotes, as text: `'1234'`
          verified == 'yes'       | write the condition alone: `verified` or `not verified`
          amount                  | compare it, as in `amount > 0`
          birth_date              | compare it, as in `birth_date < today`, or write `known(birth_date)` to ask whether it has a value
          plan == gold            | write text in quotes: `'gold'`
          verified == yes         | write `true`, or the condition alone: `verified`
          result.ok               | `result` is what a tool answered, and is known in the tool's `save` and `tell` only
          open                    | `open` is a function: write `open(schedule)`
          qwertyuiop              | declare it under `variables:`, or write text in quotes
          open('offices')         | ""
          open('qwertyuiop')      | the schedules are `office`
          """)
  void the_hint_says_what_to_write(String text, String hint) {
    assertThat(only(text).hint().orElse("")).isEqualTo(hint);
  }

  @ParameterizedTest
  @CsvSource({
    "verifed, unknown-variable, verified",
    "birthdate == today, unknown-variable, birth_date",
    "customer.nmae == 'x', unknown-field, name",
    "state.prevoius == 'x', unknown-field, previous",
    "open('ofice'), unknown-schedule, office",
    "confirmed('paybill'), unknown-tool, pay_bill",
    "plan == 'glod', expression-type, gold"
  })
  void names_that_look_alike_are_suggested(String text, String rule, String suggestion) {
    Diagnostic found = only(text);

    assertThat(found.rule().slug()).isEqualTo(rule);
    assertThat(found.suggestions()).containsExactly(suggestion);
  }

  @Test
  void one_mistake_is_reported_once() {
    assertThat(only("not (nobody.at.all + 1 > 3) and verified").rule())
        .isEqualTo(Rule.UNKNOWN_VARIABLE);
    assertThat(only("note + 1 == 'abc' and verified").rule()).isEqualTo(Rule.EXPRESSION_TYPE);
  }

  @Test
  void the_result_is_known_in_a_save() {
    var save = scope.withResult(Types.BOOL);

    assertThat(Typing.infer(expression("result"), save))
        .isEqualTo(new Typed(Types.BOOL, List.of()));
  }

  @Test
  void a_template_has_the_type_of_its_only_value_else_it_is_text() {
    assertThat(Typing.infer(template("${verified}"), scope).type()).isEqualTo(Types.BOOL);
    assertThat(Typing.infer(template("${verified}!"), scope).type()).isEqualTo(Types.TEXT);
    assertThat(Typing.infer(template("${amount * 2}"), scope).type()).isEqualTo(money("EUR"));
  }

  @Test
  void an_object_can_not_be_said() {
    var found = Typing.spoken(template("Hello ${customer} ${customer.name}"), scope).diagnostics();

    assertThat(found)
        .extracting(Diagnostic::message)
        .containsExactly("`customer` is an object and can't be said");
  }

  private Diagnostic only(String text) {
    List<Diagnostic> found = Typing.guard(expression(text), scope).diagnostics();
    assertThat(found).as(text).hasSize(1);
    return found.getFirst();
  }
}
