package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.value.StateName;
import callflow.value.VariableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// No call goes round without the caller being asked.
///
/// A state that collects asks nobody while its values are set, so a way back to it must clear one
/// of them. Three searches find the loops: those without such states; those around one of them on
/// which none of its values is cleared; and those on which none of the values of any of them is. A
/// loop that counts with `visits` comes to an end and is let through.
record SilentLoops() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var edges = QuietEdge.of(context);
    var seen = new HashSet<StateName>();
    for (var state : context.states().keySet()) {
      if (seen.contains(state)) continue;
      var loop = loop(edges, state);
      if (loop.isEmpty()) continue;
      loop.forEach(edge -> seen.add(edge.edge().from()));
      findings.add(diagnostic(loop));
    }
  }

  private static List<QuietEdge> loop(List<QuietEdge> edges, StateName state) {
    for (Predicate<QuietEdge> kept : searches(edges, state)) {
      var found = Loops.shortest(edges.stream().filter(kept).toList(), state);
      if (!found.isEmpty()) return found;
    }
    return List.of();
  }

  private static List<Predicate<QuietEdge>> searches(List<QuietEdge> edges, StateName anchor) {
    Set<VariableName> own = needs(edges, edge -> edge.edge().from().equals(anchor));
    Set<VariableName> all = needs(edges, _ -> true);
    return List.of(
        edge -> edge.needs().isEmpty(),
        edge ->
            (edge.needs().isEmpty() || edge.edge().from().equals(anchor)) && !edge.clearsAny(own),
        edge -> !edge.clearsAny(all));
  }

  private static Set<VariableName> needs(List<QuietEdge> edges, Predicate<QuietEdge> of) {
    var needs = new HashSet<VariableName>();
    edges.stream().filter(of).forEach(edge -> needs.addAll(edge.needs()));
    return needs;
  }

  private static Diagnostic diagnostic(List<QuietEdge> loop) {
    var values = loop.stream().flatMap(edge -> edge.needs().stream()).distinct().toList();
    var last = loop.getLast().edge();
    var path = new ArrayList<StateName>();
    loop.forEach(edge -> path.add(edge.edge().from()));
    String way =
        path.size() == 1
            ? "state `" + path.getFirst() + "` leads back to itself"
            : "state `"
                + path.getFirst()
                + "` leads to "
                + Words.all(path.subList(1, path.size()))
                + " and back to itself";
    var finding =
        Diagnostic.of(
            Rule.SILENT_LOOP,
            last.span(),
            values.isEmpty()
                ? way + " without the caller being asked anything"
                : way
                    + ", and the caller is not asked again, because "
                    + Words.all(values)
                    + (values.size() == 1 ? " is" : " are")
                    + " still known");
    finding =
        finding.withHint(
            values.isEmpty()
                ? "ask the caller something on the way, or leave after some rounds: `if: visits >="
                    + " 3` and a `goto`, above this"
                : "forget what must be asked again: beside this `goto` write `clear: ["
                    + Words.plain(values)
                    + "]`, or only some of them");
    for (QuietEdge edge : loop.subList(0, loop.size() - 1)) {
      finding =
          finding.withRelated(edge.edge().span(), "from `" + edge.edge().from() + "` to here");
    }
    return finding;
  }
}
