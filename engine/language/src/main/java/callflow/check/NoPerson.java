package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.syntax.StateDecl;
import java.util.List;

/// Where a flow can hand callers over to a person, it can do so from everywhere.
record NoPerson() implements Remark {

  @Override
  public void check(Context context, Findings findings) {
    var flow = context.flow();
    if (flow.states().stream().noneMatch(state -> state.transfer().isPresent())) return;
    var graph = Graph.of(context);
    var lonely =
        flow.states().stream()
            .filter(StateDecl::listens)
            .filter(state -> !reaches(context, graph, state))
            .map(StateDecl::name)
            .toList();
    if (lonely.isEmpty()) return;
    String names = Words.list(lonely.stream().map(name -> name.value()).toList());
    findings.add(
        Diagnostic.of(
                Rule.NO_WAY_TO_A_PERSON,
                lonely.getFirst().span(),
                "the flow has people to transfer to, but no way leads to them from " + names)
            .withHint("add an entry to `anywhere:` for callers who ask for a person"));
  }

  private static boolean reaches(Context context, Graph graph, StateDecl state) {
    return graph.reachable(List.of(state.name().value())).stream()
        .flatMap(name -> context.state(name).stream())
        .anyMatch(reached -> reached.transfer().isPresent());
  }
}
