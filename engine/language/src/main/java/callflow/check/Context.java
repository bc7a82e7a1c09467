package callflow.check;

import callflow.expression.TypeScope;
import callflow.syntax.FlowFile;
import callflow.syntax.ScheduleDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.ToolDecl;
import callflow.syntax.TransferDecl;
import callflow.syntax.VariableDecl;
import callflow.value.FlowName;
import callflow.value.OperationSchema;
import callflow.value.ScheduleName;
import callflow.value.StateName;
import callflow.value.SwitchName;
import callflow.value.ToolName;
import callflow.value.TransferName;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.VariableName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/// A flow with what it declares at hand by name: what every rule reads.
///
/// @param types the variables' types, as [VariableTypes] refines them
/// @param survey what is worked out of all this only once
record Context(
    FlowFile flow,
    ToolCatalog catalog,
    SequencedMap<StateName, StateDecl> states,
    SequencedMap<ToolName, ToolDecl> tools,
    SequencedMap<VariableName, VariableDecl> variables,
    SequencedMap<TransferName, TransferDecl> transfers,
    SequencedMap<ScheduleName, ScheduleDecl> schedules,
    SequencedMap<VariableName, Type> types,
    Map<FlowName, Callee> callees,
    Survey survey) {

  static Context of(FlowFile flow, ToolCatalog catalog, Map<FlowName, Callee> callees) {
    return new Context(
        flow,
        catalog,
        byName(flow.states(), state -> state.name().value()),
        byName(flow.tools(), tool -> tool.name().value()),
        byName(flow.variables(), variable -> variable.name().value()),
        byName(flow.transfers(), transfer -> transfer.name().value()),
        byName(flow.schedules(), schedule -> schedule.name().value()),
        Shared.types(VariableTypes.of(flow, catalog), flow, callees),
        callees,
        new Survey());
  }

  /// The flow that a state calls, when it is known.
  Optional<Callee> callee(StateDecl state) {
    return state.call().flatMap(call -> Optional.ofNullable(callees.get(call.flow().value())));
  }

  private static <K, D> SequencedMap<K, D> byName(List<D> declared, Function<D, K> name) {
    var map = new LinkedHashMap<K, D>();
    declared.forEach(one -> map.putIfAbsent(name.apply(one), one));
    return map;
  }

  /// All the flow does, in the order of the file's parts.
  List<Deed> deeds() {
    return survey.deeds(flow);
  }

  /// All the flow's texts.
  List<Text> texts() {
    return survey.texts(flow);
  }

  Graph graph() {
    return survey.graph(this);
  }

  /// Whether the name is declared, or so badly declared that nothing else is known of it.
  <K> boolean knows(SequencedMap<K, ?> declared, K name) {
    return declared.containsKey(name) || flow.damaged().contains(name.toString());
  }

  /// The switches that are declared.
  Set<SwitchName> switches() {
    var names = new LinkedHashSet<SwitchName>();
    flow.switches().forEach(each -> names.add(each.name().value()));
    return names;
  }

  /// The declared names of one kind, for suggestions.
  static List<String> names(SequencedMap<?, ?> declared) {
    return texts(declared.keySet());
  }

  static List<String> texts(Collection<?> names) {
    return names.stream().map(Object::toString).toList();
  }

  Optional<ToolDecl> tool(ToolName name) {
    return Optional.ofNullable(tools.get(name));
  }

  Optional<StateDecl> state(StateName name) {
    return Optional.ofNullable(states.get(name));
  }

  Optional<VariableDecl> variable(VariableName name) {
    return Optional.ofNullable(variables.get(name));
  }

  /// The contract behind a tool; empty when the tool or its operation is not known.
  Optional<OperationSchema> operation(ToolName name) {
    return tool(name).flatMap(tool -> catalog.operation(tool.use().value()));
  }

  /// What a tool answers; anything when nothing is known of its operation.
  Type answer(ToolDecl tool) {
    return catalog
        .operation(tool.use().value())
        .<Type>map(OperationSchema::output)
        .orElse(Types.ANY);
  }

  /// The type of a variable; anything when nothing is known of it.
  Type type(VariableName name) {
    return types.getOrDefault(name, new Type.Any());
  }

  /// The same, and with `ended` what is known only then.
  TypeScope scope(boolean ended) {
    return ended ? scope().withOutcome() : scope();
  }

  /// What an expression may name during a call. What is declared badly is of any type, so that it
  /// is not reported a second time.
  TypeScope scope() {
    return survey.scope(this);
  }

  TypeScope freshScope() {
    var names = new LinkedHashMap<VariableName, Type>(types);
    Shared.names(flow, callees).forEach(names::put);
    var hours = new LinkedHashSet<>(schedules.keySet());
    var callable = new LinkedHashSet<>(tools.keySet());
    var thrown = new LinkedHashSet<>(switches());
    for (String name : flow.damaged()) {
      names.putIfAbsent(new VariableName(name), Types.ANY);
      hours.add(new ScheduleName(name));
      callable.add(new ToolName(name));
      thrown.add(new SwitchName(name));
    }
    return TypeScope.of(names, hours, callable, thrown);
  }
}
