package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.StateDecl;
import callflow.value.StateName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Every state can be reached. Of states that only lead to each other the first is named.
record Reachability() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var graph = context.graph();
    var starts = new ArrayList<StateName>(List.of(context.flow().start().value()));
    StateNames.refused(context.flow()).ifPresent(state -> starts.add(state.value()));
    var reached = graph.reachable(starts);
    var lost = new LinkedHashSet<StateDecl>(context.flow().states());
    lost.removeIf(state -> reached.contains(state.name().value()));
    for (StateDecl state : inOrder(graph, lost)) {
      if (reached.contains(state.name().value())) continue;
      findings.add(
          Rule.UNREACHABLE_STATE,
          state.name().span(),
          "no caller ever gets to state `" + state.name().value() + "`: nothing leads there",
          "let a state go there, or take it out");
      reached.addAll(graph.reachable(List.of(state.name().value())));
    }
  }

  /// Those nothing leads to at all come first, for the others may follow from them.
  private static List<StateDecl> inOrder(Graph graph, Set<StateDecl> lost) {
    var named = new LinkedHashSet<StateName>();
    for (StateDecl state : lost) {
      var from = state.name().value();
      graph.from(from).stream().map(Edge::to).filter(to -> !to.equals(from)).forEach(named::add);
    }
    var ordered = new LinkedHashSet<StateDecl>();
    lost.stream().filter(state -> !named.contains(state.name().value())).forEach(ordered::add);
    ordered.addAll(lost);
    return List.copyOf(ordered);
  }
}
