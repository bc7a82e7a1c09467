package callflow.check;

import callflow.check.Edge.Cause;
import callflow.syntax.ActionDecl;
import callflow.syntax.HandlerDecl;
import callflow.syntax.SilenceDecl;
import callflow.syntax.StateDecl;
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
    var reached = new LinkedHashSet<StateName>(starts);
    var open = new ArrayDeque<StateName>(starts);
    while (!open.isEmpty()) {
      for (Edge edge : from(open.remove())) {
        if (reached.add(edge.to())) open.add(edge.to());
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
    state.choices().forEach(choice -> add(state, CALLER, choice.action()));
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

  private void conversation(StateDecl state) {
    if (state.anywhere()) {
      context.flow().anywhere().forEach(entry -> add(state, CALLER, entry.action()));
    }
    List<SilenceDecl> ladder = state.silence().orElse(context.flow().defaults().silence());
    ladder.forEach(rung -> add(state, CALLER, rung.action()));
    for (String event : Events.OF_CONVERSATIONS) handler(state, CALLER, find(state, event));
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
    action
        .target()
        .ifPresent(target ->
            edges
                .computeIfAbsent(from, _ -> new ArrayList<>())
                .add(new Edge(from, target.value(), cause, action)));
  }
}
