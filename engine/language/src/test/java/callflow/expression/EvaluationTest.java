package callflow.expression;

import static callflow.expression.Reading.expression;
import static callflow.expression.Reading.template;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
  private final Values scope =
      new Values()
          .yes("yes")
          .no("no")
          .number("three", "3")
          .number("fifty", "50.00")
          .text("plan", "gold")
          .text("account", "12345678")
          .date("born", "1990-03-02")
          .date("young", "2008-03-03")
          .with("plans", new Value.Items(List.of(new Value.Text("gold"), new Value.Text("tin"))))
          .text("opening", "08:30")
          .text("meeting", "2026-03-02T08:30+01:00")
          .with("customer", Value.Fields.of("id", new Value.Text("C7")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          yes and no                                | false
          yes or no                                 | true
          not no                                    | true
          no and gone                               | false
          gone and no                               | false
          yes and gone                              | unset
          yes or gone                               | true
          gone or yes                               | true
          no or gone                                | unset
          not gone                                  | unset
          gone == 1                                 | unset
          gone != 1                                 | unset
          gone.field                                | unset
          gone + 1                                  | unset
          fifty == 50                               | true
          fifty >= 50.0                             | true
          fifty < 9                                 | false
          fifty > three                             | true
          plan == 'gold'                            | true
          plan == 'Gold'                            | false
          plan != 'silver'                          | true
          plan == 3                                 | false
          plan < 3                                  | unset
          born == '1990-03-02'                      | true
          '1990-03-02' == born                      | true
          born < '1990-03-03'                       | true
          born > '1990-3-3'                         | unset
          born < today                              | true
          born <= born                              | true
          customer.id == 'C7'                       | true
          customer.name                             | unset
          plan.id                                   | unset
          known(customer.id)                        | true
          known(customer.name)                      | false
          known(gone)                               | false
          open('office')                            | true
          open('night')                             | false
          confirmed('pay_bill')                     | true
          age(born)                                 | 36
          age(young)                                | 17
          age(plan)                                 | unset
          mask(account)                             | ****5678
          mask('1234')                              | ****
          mask(gone)                                | unset
          matches(account, '[0-9]{8}')              | true
          matches(account, '[0-9]{7}')              | false
          matches(gone, '.*')                       | unset
          days_until('2026-03-05')                  | 3
          days_until(born) < 0                      | true
          days_since('2026-02-28')                  | 2
          days_since(plan)                          | unset
          length(plan)                              | 4
          length(gone)                              | unset
          lower('GoLD') == plan                     | true
          lower(fifty)                              | unset
          count(plans)                              | 2
          count(plan)                               | unset
          contains(plans, 'gold')                   | true
          contains(plans, 'silver')                 | false
          contains(plans, gone)                     | unset
          contains(gone, 'gold')                    | unset
          contains(plans, plan) and yes             | true
          opening < '09:00'                         | true
          opening == '8:30'                         | true
          meeting == '2026-03-02T07:30Z'            | true
          meeting > '2026-03-02T08:00'              | true
          meeting > opening                         | unset
          1 / 3                                     | 0.33333333333333333333
          0.1 + 0.2                                 | 0.3
          three - 5                                 | -2
          -three                                    | -3
          7 % 4                                     | 3
          1 / 0                                     | unset
          1 % 0                                     | unset
          plan + 1                                  | unset
          yes ? 'a' : 'b'                           | a
          no ? 'a' : 'b'                            | b
          gone ? 'a' : 'b'                          | unset
          (yes ? no : yes) or yes                   | true
          today                                     | 2026-03-02
          """)
  void an_expression_comes_out_as(String text, String result) {
    Optional<Value> value = Evaluation.evaluate(expression(text), scope);

    assertThat(value.map(Value::toString).orElse("unset")).isEqualTo(result);
  }

  @Test
  void a_condition_over_what_is_unset_does_not_hold_nor_does_its_opposite() {
    assertThat(Evaluation.holds(expression("gone"), scope)).isFalse();
    assertThat(Evaluation.holds(expression("not gone"), scope)).isFalse();
    assertThat(Evaluation.holds(expression("plan"), scope)).isFalse();
    assertThat(Evaluation.holds(expression("yes"), scope)).isTrue();
  }

  @Test
  void numbers_beyond_all_bounds_have_no_result() {
    var huge = new BigDecimal("1E+999999999");
    var tiny = new BigDecimal("1E-999999999");
    scope.with("huge", new Value.Decimal(huge)).with("tiny", new Value.Decimal(tiny));
    scope.number("large", "9".repeat(30));

    assertThat(Evaluation.evaluate(expression("huge + 1"), scope)).isEmpty();
    assertThat(Evaluation.evaluate(expression("huge % 7"), scope)).isEmpty();
    assertThat(Evaluation.evaluate(expression("tiny * 2"), scope)).isEmpty();
    assertThat(Evaluation.evaluate(expression("large * 10"), scope)).isEmpty();
    assertThat(Evaluation.holds(expression("huge > 1 and tiny < 1"), scope)).isTrue();
    assertThat(Rendering.value(template("It is ${huge}"), scope))
        .contains(new Value.Text("It is 1E+999999999"));
  }

  @Test
  void a_single_value_keeps_its_type_and_a_mixed_text_is_text() {
    assertThat(Rendering.value(template("${fifty}"), scope))
        .contains(new Value.Decimal(new BigDecimal("50")));
    assertThat(Rendering.value(template("${born}: ${account} pays ${fifty}"), scope))
        .contains(new Value.Text("1990-03-02: 12345678 pays 50"));
  }

  @Test
  void data_with_an_unset_value_in_it_is_unset() {
    assertThat(Rendering.value(template("${gone}"), scope)).isEmpty();
    assertThat(Rendering.value(template("for ${gone}"), scope)).isEmpty();
    assertThat(Rendering.value(template(""), scope)).contains(new Value.Text(""));
  }
}
