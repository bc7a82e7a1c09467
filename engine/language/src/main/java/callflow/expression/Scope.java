package callflow.expression;

import callflow.value.ScheduleName;
import callflow.value.SwitchName;
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

  /// When a schedule opens the next time, as a date and a time; empty when nobody can say.
  default Optional<Value> opensNext(ScheduleName schedule) {
    return Optional.empty();
  }

  /// Whether somebody has thrown a switch; outside of calls there are none.
  default boolean thrown(SwitchName name) {
    return false;
  }

  /// What callers are to hear while a switch is thrown; empty when that is nothing.
  default Optional<String> announcement(SwitchName name) {
    return Optional.empty();
  }
}
