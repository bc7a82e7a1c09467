package callflow.expression;

import callflow.value.ScheduleName;
import callflow.value.ToolName;
import callflow.value.Value;
import java.time.LocalDate;
import java.util.Optional;

/// What an expression may look at while it is worked out.
public interface Scope {
  /// The value of a variable or a built-in name other than `today`; empty when unset.
  Optional<Value> named(String name);

  /// The calendar day of the call's present moment.
  LocalDate today();

  boolean open(ScheduleName schedule);

  boolean confirmed(ToolName tool);
}
