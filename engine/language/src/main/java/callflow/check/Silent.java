package callflow.check;

import callflow.value.StateName;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;

/// Whether a flow may be gone through from its start to a `return` without a word of the caller.
final class Silent {
  private Silent() {}

  static boolean mayReturn(Context context) {
    var edges = QuietEdge.of(context).stream().filter(edge -> edge.needs().isEmpty()).toList();
    var reached = new LinkedHashSet<StateName>();
    var open = new ArrayDeque<StateName>();
    open.add(context.flow().start().value());
    while (!open.isEmpty()) {
      StateName here = open.remove();
      if (!reached.add(here)) continue;
      edges.stream()
          .map(QuietEdge::edge)
          .filter(edge -> edge.from().equals(here))
          .forEach(edge -> open.add(edge.to()));
    }
    return reached.stream()
        .flatMap(name -> context.state(name).stream())
        .anyMatch(state -> state.returns().isPresent() && !Graph.hearsCallers(context, state));
  }
}
