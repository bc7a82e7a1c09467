package callflow.check;

import callflow.source.Located;
import callflow.syntax.FlowFile;
import callflow.syntax.StateDecl;
import callflow.value.FlowName;
import callflow.value.Type;
import callflow.value.VariableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A flow that others call, as far as they have to know it.
///
/// @param types of its variables
/// @param silent whether it may come back without the caller having been asked anything
/// @param whole whether its file is well formed; of a broken one nobody knows what else it has
public record Callee(
    FlowFile flow, SequencedMap<VariableName, Type> types, boolean silent, boolean whole) {

  public static Callee of(
      FlowFile flow, ToolCatalog catalog, Map<FlowName, Callee> callees, boolean whole) {
    var context = Context.of(flow, catalog, callees);
    return new Callee(flow, context.types(), Silent.mayReturn(context), whole);
  }

  /// The words with which it comes back, each once.
  public List<String> outcomes() {
    return flow.states().stream()
        .flatMap(state -> state.returns().stream())
        .map(Located::value)
        .distinct()
        .toList();
  }

  /// Whether a call may come to its end in it.
  boolean ends() {
    return flow.states().stream().anyMatch(Callee::ends);
  }

  private static boolean ends(StateDecl state) {
    return state.transfer().isPresent() || state.hangup().isPresent();
  }

  static List<String> languages(FlowFile flow) {
    return flow.languages().stream().map(Located::value).toList();
  }

  List<String> inputs() {
    return Context.texts(flow.reuse().inputs().stream().map(Located::value).toList());
  }

  List<String> outputs() {
    return Context.texts(flow.reuse().outputs().stream().map(Located::value).toList());
  }

  /// The inputs that have no value of their own.
  List<String> needed() {
    return flow.variables().stream()
        .filter(variable -> variable.initial().isEmpty())
        .map(variable -> variable.name().value().value())
        .filter(inputs()::contains)
        .toList();
  }

  Optional<Type> type(VariableName variable) {
    return Optional.ofNullable(types.get(variable));
  }

  boolean keepsSecret(VariableName variable) {
    return flow.variables().stream()
        .anyMatch(it -> it.name().value().equals(variable) && it.secret());
  }
}
