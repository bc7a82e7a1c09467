package callflow.engine.interpret;

import callflow.expression.Evaluation;
import callflow.program.ValueCheck;
import callflow.program.VariableDef;
import callflow.value.Value;
import java.util.Optional;

/// The flow's own rules about what callers answer.
///
/// A rule that can't be worked out, because it speaks of a value that isn't there yet, lets
/// everything through.
final class OwnRules {
  private OwnRules() {}

  /// Whether the flow objects to a value; the caller has then been told why.
  static boolean object(Draft draft, VariableDef variable, Value value) {
    if (variable.check().isEmpty()) return false;
    var check = variable.check().get();
    var before = Optional.ofNullable(draft.variables.put(variable.name(), value));
    boolean broken = isBroken(draft, check);
    if (broken) Spoken.say(draft, check.otherwise());
    before.ifPresentOrElse(
        old -> draft.variables.put(variable.name(), old),
        () -> draft.variables.remove(variable.name()));
    return broken;
  }

  private static boolean isBroken(Draft draft, ValueCheck check) {
    return Evaluation.evaluate(check.condition(), CallScope.of(draft))
        .filter(new Value.Bool(false)::equals)
        .isPresent();
  }
}
