package callflow.connector.operation;

import callflow.expression.Scope;
import callflow.value.ScheduleName;
import callflow.value.ToolName;
import callflow.value.Value;
import java.time.LocalDate;
import java.util.Optional;

/// What the templates of a connector file may read: the input, or the answer, and nothing of the
/// call.
///
/// The checker refuses templates that ask for a day, a schedule or a confirmation, so the rest of
/// the scope is never used.
public record Bindings(Value.Fields values) implements Scope {
  @Override
  public Optional<Value> named(String name) {
    return values.get(name);
  }

  @Override
  public LocalDate today() {
    return LocalDate.EPOCH;
  }

  @Override
  public boolean open(ScheduleName schedule) {
    return false;
  }

  @Override
  public boolean confirmed(ToolName tool) {
    return false;
  }
}
