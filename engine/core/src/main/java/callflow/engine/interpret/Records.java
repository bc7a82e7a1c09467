package callflow.engine.interpret;

import callflow.engine.call.CallState.Phase;
import callflow.engine.call.Taken;
import callflow.expression.Rendering;
import callflow.value.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/// What is kept of a call for those who read about it later: milestones, its outcome, its report.
final class Records {
  /// What stands for a value nobody may read.
  private static final Value MASK = new Value.Text("***");

  private Records() {}

  /// Only the first time counts.
  static void reach(Draft draft, String milestone) {
    if (draft.milestones.containsKey(milestone)) return;
    var after = Duration.between(draft.started, draft.now);
    draft.milestones.put(milestone, after);
    draft.note(new Taken.Reached(milestone, after));
  }

  /// The word of the state in which the call ends, else the usual one.
  static String outcome(Draft draft, String usual) {
    var state =
        switch (draft.phase) {
          case Phase.Active(var name, _) -> Optional.of(name);
          case Phase.Transferring(var name, _) -> Optional.of(name);
          case Phase.Waiting _, Phase.Ended _ -> Optional.<callflow.value.StateName>empty();
        };
    return state.flatMap(name -> draft.program.state(name).marks().outcome()).orElse(usual);
  }

  /// Works the report out; fields whose values aren't set are left out.
  static void report(Draft draft) {
    if (draft.program.report().isEmpty()) return;
    var fields = new LinkedHashMap<String, Value>();
    draft
        .program
        .report()
        .forEach((name, field) ->
            Rendering.value(field.value(), CallScope.of(draft))
                .ifPresent(value -> fields.put(name, field.masked() ? MASK : value)));
    draft.note(new Taken.Reported(new Value.Fields(fields)));
  }
}
