package callflow.check;

import callflow.check.Edge.Cause;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.FlowFile;
import callflow.value.StateName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Who is led aside comes back, and nobody is sent back who was not led aside.
public record Detours() implements FlowRule {

  /// The states calls get to without a detour.
  public static Set<StateName> usual(FlowFile flow, ToolCatalog catalog) {
    return any(flow)
        ? usual(flow, Graph.of(Context.of(flow, catalog, Map.of())))
        : flow.states().stream().map(state -> state.name().value()).collect(Collectors.toSet());
  }

  private static boolean any(FlowFile flow) {
    return flow.anywhere().stream().anyMatch(it -> it.resumes().isPresent())
        || flow.states().stream()
            .flatMap(state -> state.choices().stream())
            .anyMatch(it -> it.resumes().isPresent());
  }

  private static Set<StateName> usual(FlowFile flow, Graph graph) {
    return graph.reachable(
        List.of(flow.start().value()),
        edge -> !(edge.cause() instanceof Cause.Detour) && !(edge.cause() instanceof Cause.Resume));
  }

  @Override
  public void check(Context context, Findings findings) {
    if (!any(context.flow())) {
      unfounded(context, findings);
      return;
    }
    var graph = context.graph();
    var usual = usual(context.flow(), graph);
    for (StateName state : usual) {
      graph.from(state).stream()
          .filter(edge -> edge.cause() instanceof Cause.Resume)
          .findFirst()
          .ifPresent(edge -> resumed(findings, edge));
    }
    for (var entry : context.flow().anywhere()) {
      entry.resumes().ifPresent(at -> lost(findings, graph, usual, entry.action().target(), at));
    }
    for (var state : context.flow().states()) {
      for (var choice : state.choices()) {
        choice
            .resumes()
            .ifPresent(at -> lost(findings, graph, usual, choice.action().target(), at));
      }
    }
  }

  private static void resumed(Findings findings, Edge edge) {
    findings.add(
        Rule.RESUME_WITHOUT_DETOUR,
        edge.span(),
        "state `"
            + edge.from()
            + "` resumes what was left for a detour, but calls also come to it without one",
        "write `then: resume` beside every `goto: " + edge.from() + "`, or go on to a state here");
  }

  /// Without any detour there is no way back at all, and so no edge.
  private static void unfounded(Context context, Findings findings) {
    context.deeds().stream()
        .flatMap(deed -> deed.action().target().stream())
        .filter(target -> target.value().equals(StateName.RESUME))
        .findFirst()
        .ifPresent(target ->
            findings.add(
                Rule.RESUME_WITHOUT_DETOUR,
                target.span(),
                "`resume` leads back from a detour, but this flow has none",
                "write `then: resume` beside the `goto` that leads here, or go to a state"));
  }

  private static void lost(
      Findings findings,
      Graph graph,
      Set<StateName> usual,
      Optional<Located<StateName>> target,
      Span at) {
    if (target.isEmpty()) return;
    var to = target.get().value();
    Predicate<Edge> onTheWay =
        edge -> !usual.contains(edge.to()) && !(edge.cause() instanceof Cause.Detour);
    boolean comesBack =
        !usual.contains(to)
            && graph.reachable(List.of(to), onTheWay).stream()
                .flatMap(state -> graph.from(state).stream())
                .anyMatch(edge -> edge.cause() instanceof Cause.Resume);
    if (comesBack || resumesItself(graph, to)) return;
    findings.add(
        Rule.DETOUR_WITHOUT_RESUME,
        at,
        "from state `" + to + "` on, nothing ever resumes what the caller was asked before",
        "let it, or a state after it, say `next: resume`; or take `then: resume` out");
  }

  /// It does, and that calls come to it without a detour is told already.
  private static boolean resumesItself(Graph graph, StateName state) {
    return graph.from(state).stream().anyMatch(edge -> edge.cause() instanceof Cause.Resume);
  }
}
