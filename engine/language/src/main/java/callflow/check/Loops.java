package callflow.check;

import callflow.value.StateName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/// Finds ways that come back to where they began.
final class Loops {
  private Loops() {}

  /// The shortest way from a state back to it; empty when there is none.
  static List<QuietEdge> shortest(List<QuietEdge> edges, StateName start) {
    var from = new HashMap<StateName, List<QuietEdge>>();
    for (QuietEdge edge : edges) {
      from.computeIfAbsent(edge.edge().from(), _ -> new ArrayList<>()).add(edge);
    }
    var open = new ArrayDeque<List<QuietEdge>>();
    var reached = new HashSet<StateName>();
    open.add(List.of());
    while (!open.isEmpty()) {
      var way = open.remove();
      var at = way.isEmpty() ? start : way.getLast().edge().to();
      if (at.equals(start) && !way.isEmpty()) return way;
      for (QuietEdge edge : from.getOrDefault(at, List.of())) {
        if (!reached.add(edge.edge().to())) continue;
        var longer = new ArrayList<>(way);
        longer.add(edge);
        open.add(longer);
      }
    }
    return List.of();
  }
}
