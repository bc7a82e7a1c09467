package callflow.engine.interpret;

import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.Command;
import callflow.engine.call.Taken;
import callflow.engine.call.VoiceSetup;
import callflow.program.StateDef;
import callflow.program.VariableDef;
import callflow.value.Fit;
import callflow.value.ToolCallId;
import callflow.value.ToolResult;
import callflow.value.Value;
import callflow.value.VariableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Values the model fills in by the reserved tool `record`: several in one request, in any order.
final class Recording {
  private Recording() {}

  static void requested(Draft draft, StateDef state, ToolCallId id, Value.Fields arguments) {
    var before = Map.copyOf(draft.variables);
    var taken = new ArrayList<Value>();
    var rejected = new LinkedHashMap<String, Value>();
    for (var entry : arguments.values().entrySet()) {
      var problem = record(draft, state, entry.getKey(), entry.getValue());
      if (problem.isEmpty()) {
        taken.add(new Value.Text(entry.getKey()));
      } else if (rejected.size() < state.collect().size() + 1) {
        rejected.put(draft.bounded(entry.getKey()), new Value.Text(problem.get()));
      }
    }
    if (taken.isEmpty()) {
      String why = rejected.isEmpty() ? "No value was given." : reasons(rejected);
      ToolRequests.refuse(draft, id, VoiceSetup.RECORD, "bad_value", why);
      return;
    }
    if (!before.equals(draft.variables)) {
      draft.progress();
      boolean conversing = draft.phase instanceof Phase.Active(_, Stage.Conversing _);
      if (conversing && Setups.offersVary(draft.program, state)) draft.configure(draft.here.note());
    }
    draft.order(new Command.AnswerTool(id, answer(draft, state, taken, rejected)));
  }

  /// Fills one value in, or says why not.
  private static Optional<String> record(Draft draft, StateDef state, String name, Value value) {
    var variable = variable(draft, name);
    if (variable.isEmpty() || !Collecting.mayFill(draft, state, variable.get())) {
      return Optional.of("is not asked for here");
    }
    return switch (Fit.of(variable.get().type(), value)) {
      case Fit.Fits(var fitting) when tooLong(draft, fitting) -> Optional.of("is too long");
      case Fit.Fits(var fitting) when OwnRules.object(draft, variable.get(), fitting) -> {
        draft.note(new Taken.NotUnderstood(variable.get().name(), 0, "the flow's rule forbids it"));
        yield Optional.of(VoiceSetup.TOLD);
      }
      case Fit.Fits(var fitting) -> {
        Collecting.fill(draft, variable.get().name(), fitting, "model");
        yield Optional.empty();
      }
      case Fit.Misfit(var reason) -> {
        draft.note(new Taken.NotUnderstood(variable.get().name(), 0, reason));
        yield Optional.of(reason);
      }
    };
  }

  private static boolean tooLong(Draft draft, Value value) {
    return value.toString().length() > draft.program.limits().textLength();
  }

  private static Optional<VariableDef> variable(Draft draft, String name) {
    return name.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(draft.program.variables().get(new VariableName(name)));
  }

  private static ToolResult answer(
      Draft draft, StateDef state, List<Value> taken, SequencedMap<String, Value> rejected) {
    List<Value> missing =
        Collecting.allMissing(draft, state).stream()
            .<Value>map(name -> new Value.Text(name.value()))
            .toList();
    var output = Value.Fields.of("recorded", new Value.Items(taken));
    if (!rejected.isEmpty()) output = output.with("rejected", new Value.Fields(rejected));
    return new ToolResult.Done(output.with("still_missing", new Value.Items(missing)));
  }

  private static String reasons(SequencedMap<String, Value> rejected) {
    return rejected.entrySet().stream()
        .map(entry -> "`" + entry.getKey() + "` " + entry.getValue())
        .collect(Collectors.joining("; "));
  }
}
