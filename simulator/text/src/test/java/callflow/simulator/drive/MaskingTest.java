package callflow.simulator.drive;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Taken;
import callflow.simulator.scenario.Northwind;
import callflow.value.Value;
import callflow.value.VariableName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskingTest {
  private static final Value.Fields CUSTOMER =
      Value.Fields.of("id", new Value.Text("C7")).with("name", new Value.Text("Ada Winter"));

  @Test
  void a_sensitive_variable_is_hidden_and_others_are_not() {
    var masking = knowing("amount", Value.Decimal.of(50));

    assertThat(masking.mask(new VariableName("birth_date"), new Value.Text("1990-02-02")))
        .hasToString("***");
    assertThat(masking.mask(new VariableName("amount"), Value.Decimal.of(50))).hasToString("50");
  }

  @Test
  void the_parts_of_a_sensitive_object_stay_hidden_under_other_names() {
    var masking = knowing("customer", CUSTOMER);

    var shown =
        masking.mask(
            Value.Fields.of("customer_id", new Value.Text("C7")).with("open", Value.Decimal.of(7)));

    assertThat(shown)
        .isEqualTo(
            Value.Fields.of("customer_id", new Value.Text("***"))
                .with("open", Value.Decimal.of(7)));
  }

  @Test
  void inside_a_text_only_telling_values_are_hidden() {
    var masking = knowing("customer", CUSTOMER);

    assertThat(masking.mask("no customer Ada Winter in C70")).isEqualTo("no customer *** in C70");
    assertThat(masking.mask("C7")).isEqualTo("***");
  }

  @Test
  void yes_and_no_are_never_hidden_by_what_they_say() {
    var masking = knowing("customer", Value.Fields.of("vip", new Value.Bool(true)));

    assertThat(masking.mask(new Value.Bool(true))).isEqualTo(new Value.Bool(true));
  }

  private static Masking knowing(String variable, Value value) {
    var filled = new Taken.Filled(new VariableName(variable), value, "model");
    var line = new Line.Decided(Instant.EPOCH, filled);
    return Masking.of(Northwind.program(), new Transcript(List.of(line)));
  }
}
