package callflow.check;

import callflow.check.Edge.Cause;
import callflow.source.Span;
import callflow.syntax.ActionDecl;
import callflow.syntax.HandlerDecl;
import callflow.syntax.SilenceDecl;
import callflow.syntax.StateDecl;
import callflow.value.Repair;
import callflow.value.StateName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/// The states of a flow and every way between them, those of defaults and `anywhere` included.
final class Graph {
  private static final Cause CALLER = new Cause.Caller();

  private final Context context;
  private final Handling handling;
  private final SequencedMap<StateName, List<Edge>> edges = new LinkedHashMap<>();

  private Graph(Context context) {
    this.context = context;
    this.handling = new Handling(context.flow());
  }

  static Graph of(Context context) {
    var graph = new Graph(context);
    context.flow().states().forEach(graph::add);
    return graph;
  }

  List<Edge> from(StateName state) {
    return edges.getOrDefault(state, List.of());
  }

  /// The states a call can get to from one of these, which are included.
  Set<StateName> reachable(Collection<StateName> starts) {
    return reachable(starts, _ -> true);
  }

  /// The same by some of the ways only.
  Set<StateName> reachable(Collection<StateName> starts, Predicate<Edge> taken) {
    var reached = new LinkedHashSet<StateName>(starts);
    var open = new ArrayDeque<StateName>(starts);
    while (!open.isEmpty()) {
      for (Edge edge : from(open.remove())) {
        if (taken.test(edge) && reached.add(edge.to())) open.add(edge.to());
      }
    }
    return reached;
  }

  /// The states from which a call can get to one of these, which are included.
  Set<StateName> leadingTo(Collection<StateName> ends) {
    var sources = new HashMap<StateName, List<StateName>>();
    for (var from : edges.values()) {
      for (Edge edge : from) {
        sources.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge.from());
      }
    }
    var leading = new LinkedHashSet<StateName>(ends);
    var open = new ArrayDeque<StateName>(ends);
    while (!open.isEmpty()) {
      for (StateName from : sources.getOrDefault(open.remove(), List.of())) {
        if (leading.add(from)) open.add(from);
      }
    }
    return leading;
  }

  private void add(StateDecl state) {
    edges.put(state.name().value(), new ArrayList<>());
    for (int i = 0; i < state.next().size(); i++) {
      add(state, new Cause.Next(i), state.next().get(i).action());
    }
    state.choices().forEach(it -> add(state, cause(it.resumes()), it.action()));
    if (hearsCallers(context, state)) conversation(state);
    if (!state.collect().isEmpty()) handler(state, CALLER, find(state, Events.EXHAUSTED));
    for (ToolUse use : ToolUse.of(state)) {
      for (String outcome : ToolOutcomes.possible(context, use)) {
        var handler = handling.find(state, use.name(), outcome);
        handler(state, new Cause.ToolOutcome(use, outcome), handler);
      }
    }
    for (String outcome : TransferOutcomes.possible(context, state)) {
      handler(state, new Cause.TransferOutcome(outcome), find(state, outcome));
    }
  }

  private static Cause cause(Optional<Span> resumes) {
    return resumes.isPresent() ? new Cause.Detour() : CALLER;
  }

  private void conversation(StateDecl state) {
    if (state.anywhere()) {
      context.flow().anywhere().forEach(it -> add(state, cause(it.resumes()), it.action()));
    }
    repair(state);
    List<SilenceDecl> ladder = state.silence().orElse(context.flow().defaults().silence());
    ladder.forEach(rung -> add(state, CALLER, rung.action()));
    if (state.listens()) {
      List<ActionDecl> steps = state.noMatch().orElse(context.flow().defaults().noMatch());
      steps.forEach(step -> add(state, CALLER, step));
    }
    for (String event : Events.OF_CONVERSATIONS) handler(state, CALLER, find(state, event));
  }

  /// Ways that lead back are taken by callers who came from there, so only those that an author has
  /// written count.
  private void repair(StateDecl state) {
    for (Repair move : Repair.values()) {
      var entry = state.repair().of(move).or(() -> context.flow().repair().of(move));
      entry.ifPresent(it -> add(state, CALLER, it.action()));
    }
  }

  /// Whether the caller may say something in this state, if only yes or no.
  static boolean hearsCallers(Context context, StateDecl state) {
    return state.listens()
        || state.run().stream()
            .flatMap(tool -> context.tool(tool.value()).stream())
            .anyMatch(tool -> tool.confirm().isPresent());
  }

  private Optional<HandlerDecl> find(StateDecl state, String event) {
    return handling.find(state, List.of(event));
  }

  private void handler(StateDecl state, Cause cause, Optional<HandlerDecl> handler) {
    handler.ifPresent(it -> add(state, cause, it.action()));
  }

  private void add(StateDecl state, Cause cause, ActionDecl action) {
    var from = state.name().value();
    if (action.target().filter(to -> to.value().equals(StateName.RESUME)).isPresent()) {
      comingBack().forEach(to -> edge(new Edge(from, to, new Cause.Resume(), action)));
      return;
    }
    action.target().ifPresent(target -> edge(new Edge(from, target.value(), cause, action)));
  }

  private void edge(Edge edge) {
    edges.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge);
  }

  /// The states that may be left for a detour.
  private List<StateName> comingBack() {
    boolean anywhere = context.flow().anywhere().stream().anyMatch(it -> it.resumes().isPresent());
    return context.flow().states().stream()
        .filter(state ->
            (anywhere && state.anywhere() && hearsCallers(context, state))
                || state.choices().stream().anyMatch(it -> it.resumes().isPresent()))
        .map(state -> state.name().value())
        .toList();
  }
}
