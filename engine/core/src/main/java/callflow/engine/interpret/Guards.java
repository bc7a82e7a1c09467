package callflow.engine.interpret;

import callflow.engine.call.Taken;
import callflow.expression.Evaluation;
import callflow.expression.Expression;
import callflow.value.Value;

/// Conditions of a flow, worked out and written down.
final class Guards {
  private Guards() {}

  /// A guard over a value that isn't set is false, and noted as such.
  static boolean holds(Draft draft, Expression guard, String where) {
    return holds(draft, guard, where, CallScope.of(draft));
  }

  static boolean holds(Draft draft, Expression guard, String where, CallScope scope) {
    var value = Evaluation.evaluate(guard, scope);
    boolean held = value.isPresent() && value.get() instanceof Value.Bool(var yes) && yes;
    draft.note(new Taken.Guard(where, held, value.isEmpty() ? "a value is not set" : ""));
    return held;
  }
}
