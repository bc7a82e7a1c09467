package callflow.compile;

import callflow.check.Shared;
import callflow.check.ToolCatalog;
import callflow.expression.Expression;
import callflow.expression.Qualifier;
import callflow.expression.Template;
import callflow.parse.FlowParser;
import callflow.parse.Library;
import callflow.program.Action;
import callflow.program.Branch;
import callflow.program.Move;
import callflow.program.PolicyDef;
import callflow.program.Program;
import callflow.program.StateDef;
import callflow.program.VariableDef;
import callflow.source.Span;
import callflow.syntax.ActionDecl.SetDecl;
import callflow.syntax.CallDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.StateDecl;
import callflow.value.StateName;
import callflow.value.Value;
import callflow.value.VariableName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Puts the flows that a flow calls in the places where it calls them, so that a program is a
/// single flow and a running call needs no stack.
///
/// The state `identify` that calls a flow leads to that flow's start, `identify.ask`; a state of
/// that flow that returns leads to `identify.returned`, which keeps the outputs and goes on as
/// `identify` says.
final class SubFlowLowering {
  private final ToolCatalog catalog;
  private final Library library;

  SubFlowLowering(ToolCatalog catalog, Library library) {
    this.catalog = catalog;
    this.library = library;
  }

  /// A program in the making.
  ///
  /// @param open the states in which what callers may ask for anywhere is heard
  private record Inlined(Program program, FlowFile flow, Set<StateName> open) {}

  Program lower(Unit unit) {
    var flow = unit.flow().orElseThrow();
    var words = new WordingLowering(Lowering.languages(flow));
    var program = inlined(unit, flow, Qualifier.NONE, words).program();
    var opening = OpeningLowering.of(flow, new StateLowering(flow, catalog, words), words);
    return program.opened(opening.start(), opening.states(), opening.tools());
  }

  private Inlined inlined(Unit unit, FlowFile flow, Qualifier names, WordingLowering words) {
    var states = new StateLowering(flow, catalog, words);
    var program = Lowering.program(flow, catalog, words, states);
    var open = new LinkedHashSet<StateName>();
    flow.states().stream()
        .filter(states::hearsAnywhere)
        .forEach(state -> open.add(state.name().value()));
    for (StateDecl state : flow.states()) {
      if (state.call().isEmpty()) continue;
      Unit callee = unit.callees().get(state.call().get().flow().value());
      if (callee == null) throw new IllegalArgumentException("unchecked: " + state.name().value());
      var prefix = new Qualifier(state.name().value() + ".");
      FlowFile called = FlowParser.parse(callee.source(), library, prefix).value().orElseThrow();
      var inner = inlined(callee, called, prefix, words);
      program = put(program, states, state, inner, prefix, names);
      open.addAll(inner.open());
    }
    if (calls(flow)) {
      program = program.with(returned(unit, flow, names));
    }
    return new Inlined(program, flow, open);
  }

  private static boolean calls(FlowFile flow) {
    return flow.states().stream().anyMatch(state -> state.call().isPresent());
  }

  private static VariableDef returned(Unit unit, FlowFile flow, Qualifier names) {
    return new VariableDef(
        new VariableName(names.name(Shared.RETURNED)),
        Shared.returned(flow, Unit.known(unit.callees())),
        "how the last sub-flow came back",
        false,
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static Program put(
      Program program,
      StateLowering states,
      StateDecl state,
      Inlined inner,
      Qualifier prefix,
      Qualifier names) {
    var calling = program.state(state.name().value());
    var back = new StateName(prefix.name(Shared.RETURNED));
    var all = new LinkedHashMap<StateName, StateDef>();
    for (StateDef each : program.states().values()) {
      all.put(each.name(), each);
      if (!each.name().equals(calling.name())) continue;
      all.put(each.name(), each.leading(List.of(enter(state.call().orElseThrow(), inner, prefix))));
      inside(states, inner, back, names, calling.aside()).forEach(all::put);
      all.put(
          back,
          StateDef.passing(
              back,
              kept(state.call().orElseThrow(), prefix),
              calling.next(),
              calling.handlers(),
              calling.aside()));
    }
    return program.joined(inner.program(), promises(inner.program()), all);
  }

  /// Forgets what an earlier call of the flow left behind, hands over the inputs and begins.
  private static Branch enter(CallDecl call, Inlined inner, Qualifier prefix) {
    var clear = new LinkedHashSet<VariableName>();
    var set = new LinkedHashMap<VariableName, Template>();
    for (var variable : inner.flow().variables()) {
      var name = variable.name().value();
      clear.add(name);
      var initial = inner.program().variable(name).initial();
      initial.ifPresent(value -> set.put(name, constant(value, variable.name().span())));
    }
    for (SetDecl given : call.with()) {
      set.put(new VariableName(prefix.name(given.variable().value().value())), given.value());
    }
    return new Branch(Optional.empty(), Action.passing(clear, set, inner.flow().start().value()));
  }

  private static Template constant(Value value, Span span) {
    return new Template(List.of(new Template.Part.Hole(new Expression.Literal(value, span))), span);
  }

  private static SequencedMap<VariableName, Template> kept(CallDecl call, Qualifier prefix) {
    var kept = new LinkedHashMap<VariableName, Template>();
    for (CallDecl.Kept one : call.save()) {
      Span span = one.output().span();
      var output = new Expression.Name(prefix.name(one.output().value().value()), span);
      kept.put(one.variable().value(), new Template(List.of(new Template.Part.Hole(output)), span));
    }
    return kept;
  }

  /// The states of the flow that is called, where what its caller offers anywhere and does about
  /// trouble comes after its own.
  private static SequencedMap<StateName, StateDef> inside(
      StateLowering caller, Inlined inner, StateName back, Qualifier names, boolean aside) {
    List<Move> anywhere = caller.anywhere();
    var otherwise = caller.otherwise();
    var returning = new LinkedHashMap<StateName, Branch>();
    for (StateDecl state : inner.flow().states()) {
      state
          .returns()
          .ifPresent(word ->
              returning.put(
                  state.name().value(), goingBack(word.value(), word.span(), back, names)));
    }
    var states = new LinkedHashMap<StateName, StateDef>();
    for (StateDef each : inner.program().states().values()) {
      var within =
          each.within(inner.open().contains(each.name()) ? anywhere : List.of(), otherwise, aside);
      var branch = returning.get(each.name());
      states.put(each.name(), branch == null ? within : within.leading(List.of(branch)));
    }
    return states;
  }

  private static Branch goingBack(String word, Span span, StateName back, Qualifier names) {
    var set = new LinkedHashMap<VariableName, Template>();
    set.put(new VariableName(names.name(Shared.RETURNED)), Template.words(word, span));
    return new Branch(Optional.empty(), Action.passing(Set.of(), set, back));
  }

  /// A flow's promises about its own tools and values hold wherever it is called; those about whole
  /// calls are for the flow that is the whole call.
  private static List<PolicyDef> promises(Program called) {
    return called.policies().stream()
        .filter(policy ->
            switch (policy) {
              case PolicyDef.Never _, PolicyDef.NeverSpoken _ -> true;
              case PolicyDef.Reach _, PolicyDef.EndsIn _ -> false;
            })
        .toList();
  }
}
