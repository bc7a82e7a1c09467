package callflow.expression;

import callflow.value.ScheduleName;
import callflow.value.SwitchName;
import callflow.value.ToolName;
import callflow.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A scope for tests: names with values; the office is open `pay_bill` confirmed, and `storm` is
/// on.
final class Values implements Scope {
  private final Map<String, Value> values = new LinkedHashMap<>();

  Values with(String name, Value value) {
    values.put(name, value);
    return this;
  }

  Values text(String name, String text) {
    return with(name, new Value.Text(text));
  }

  Values number(String name, String amount) {
    return with(name, new Value.Decimal(new BigDecimal(amount)));
  }

  Values yes(String name) {
    return with(name, new Value.Bool(true));
  }

  Values no(String name) {
    return with(name, new Value.Bool(false));
  }

  Values date(String name, String day) {
    return with(name, new Value.Date(LocalDate.parse(day)));
  }

  @Override
  public Optional<Value> named(String name) {
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public LocalDate today() {
    return LocalDate.of(2026, 3, 2);
  }

  @Override
  public boolean open(ScheduleName schedule) {
    return schedule.value().equals("office");
  }

  @Override
  public boolean confirmed(ToolName tool) {
    return tool.value().equals("pay_bill");
  }

  @Override
  public boolean thrown(SwitchName name) {
    return name.value().equals("storm");
  }

  @Override
  public Optional<String> announcement(SwitchName name) {
    return thrown(name) ? Optional.of("There is a storm.") : Optional.empty();
  }
}
