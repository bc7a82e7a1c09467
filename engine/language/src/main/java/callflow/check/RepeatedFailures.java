package callflow.check;

import callflow.check.Edge.Cause;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.StateDecl;
import callflow.value.ToolName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A tool that has just failed is not called again before anybody has said a word.
record RepeatedFailures() implements Remark {
  private static final List<String> TROUBLE = List.of("failed", "timeout", "unknown");

  @Override
  public void check(Context context, Findings findings) {
    var graph = Graph.of(context);
    for (StateDecl state : context.flow().states()) {
      graph.from(state.name().value()).stream()
          .filter(edge -> !edge.to().equals(edge.from()))
          .forEach(edge -> ofEdge(context, findings, edge));
    }
  }

  private static void ofEdge(Context context, Findings findings, Edge edge) {
    if (!(edge.cause() instanceof Cause.ToolOutcome(var use, var outcome))) return;
    if (!TROUBLE.contains(outcome)) return;
    context
        .state(edge.to())
        .flatMap(state -> again(state, use.name()))
        .ifPresent(tool -> findings.add(finding(edge, tool)));
  }

  private static Optional<Located<ToolName>> again(StateDecl state, ToolName failed) {
    var unasked = state.listens() ? Stream.<Located<ToolName>>of() : state.run().stream();
    return Stream.concat(state.before().stream(), unasked)
        .filter(tool -> tool.value().equals(failed))
        .findFirst();
  }

  private static Diagnostic finding(Edge edge, Located<ToolName> tool) {
    return Diagnostic.of(
            Rule.SAME_FAILURE,
            edge.span(),
            "when `"
                + tool.value()
                + "` has failed, state `"
                + edge.to()
                + "` calls it again at once, and it will fail the same way")
        .withHint("go to a state that does without it, such as one that transfers the caller")
        .withRelated(tool.span(), "it is called again here");
  }
}
