package callflow.check;

import callflow.syntax.CallDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.StateDecl;
import callflow.value.FlowName;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.VariableName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What a flow knows of other files without having declared it: the word with which a sub-flow came
/// back, and what its outputs hold.
public final class Shared {
  /// The variable that holds the word of the last `return`.
  public static final String RETURNED = "returned";

  private Shared() {}

  /// The names and their types, those that the flow has use for.
  static SequencedMap<VariableName, Type> names(FlowFile flow, Map<FlowName, Callee> callees) {
    var names = new LinkedHashMap<VariableName, Type>();
    if (flow.states().stream().anyMatch(state -> state.call().isPresent())) {
      names.put(new VariableName(RETURNED), returned(flow, callees));
    }
    return names;
  }

  /// One of the words with which the flows that are called come back.
  public static Type returned(FlowFile flow, Map<FlowName, Callee> callees) {
    var words = new LinkedHashSet<String>();
    for (StateDecl state : flow.states()) {
      Optional<Callee> callee =
          state.call().flatMap(call -> Optional.ofNullable(callees.get(call.flow().value())));
      if (callee.isPresent()) words.addAll(callee.get().outcomes());
    }
    return words.isEmpty() ? Types.TEXT : new Type.Choice(List.copyOf(words));
  }

  /// The types of a flow's variables, where an object without fields takes those of the output that
  /// is saved in it.
  public static SequencedMap<VariableName, Type> types(
      SequencedMap<VariableName, Type> known, FlowFile flow, Map<FlowName, Callee> callees) {
    for (StateDecl state : flow.states()) {
      if (state.call().isEmpty()) continue;
      CallDecl call = state.call().get();
      Callee callee = callees.get(call.flow().value());
      if (callee == null) continue;
      for (CallDecl.Kept kept : call.save()) {
        callee
            .type(kept.output().value())
            .filter(Type.Struct.class::isInstance)
            .ifPresent(given ->
                known.computeIfPresent(
                    kept.variable().value(),
                    (_, type) -> type instanceof Type.Struct open && open.open() ? given : type));
      }
    }
    return known;
  }
}
