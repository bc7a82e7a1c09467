package callflow.check;

import callflow.check.Edge.Cause;
import callflow.syntax.ActionDecl;
import callflow.syntax.StateDecl;
import callflow.value.OutcomeWords;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.VariableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A way a call may take without a word of the caller.
///
/// @param needs the values that must still be set for it, or the caller is asked
/// @param clears what is forgotten on it, and on entering the state it leads to
record QuietEdge(Edge edge, Set<VariableName> needs, Set<VariableName> clears) {

  boolean clearsAny(Set<VariableName> variables) {
    return clears.stream().anyMatch(variables::contains);
  }

  static List<QuietEdge> of(Context context) {
    var graph = context.graph();
    var quiet = new ArrayList<QuietEdge>();
    for (StateDecl state : context.flow().states()) {
      for (Edge edge : graph.from(state.name().value())) {
        if (isQuiet(context, state, edge)) {
          quiet.add(new QuietEdge(edge, needs(state, edge), clears(context, edge)));
        }
      }
    }
    return quiet;
  }

  private static boolean isQuiet(Context context, StateDecl state, Edge edge) {
    return switch (edge.cause()) {
      case Cause.Caller _, Cause.Detour _, Cause.Resume _ -> false;
      case Cause.Next(var index) ->
          passes(state)
              && nobodyAsked(context, state, state.run().size())
              && context.callee(state).map(Callee::silent).orElse(state.call().isEmpty())
              && !Counting.endsBefore(state, index);
      case Cause.TransferOutcome _ ->
          passes(state) && nobodyAsked(context, state, state.run().size());
      case Cause.ToolOutcome(var use, var outcome) ->
          switch (use.how()) {
            case OFFERED -> false;
            case BEFORE -> true;
            case RUN -> passes(state) && nobodyAsked(context, state, asked(state, use, outcome));
          };
    };
  }

  /// How many of the `run` tools have put their question when one of them comes out like this: a
  /// tool is denied before it asks.
  private static int asked(StateDecl state, ToolUse use, String outcome) {
    List<ToolName> run = state.run().stream().map(tool -> tool.value()).toList();
    int index = run.indexOf(use.name());
    return outcome.equals(OutcomeWords.DENIED) ? index : index + 1;
  }

  /// Whether none of the first `run` tools asks the caller for a yes.
  private static boolean nobodyAsked(Context context, StateDecl state, int count) {
    return state.run().stream()
        .limit(count)
        .flatMap(tool -> context.tool(tool.value()).stream())
        .noneMatch(tool -> tool.confirm().isPresent());
  }

  /// Whether a call may pass through the state without the caller: it talks to nobody, or collects
  /// what may be there already, or the model says its piece and goes on.
  private static boolean passes(StateDecl state) {
    if (!state.collect().isEmpty()) return true;
    return state.choices().isEmpty() && state.tools().isEmpty();
  }

  private static Set<VariableName> needs(StateDecl state, Edge edge) {
    boolean early =
        edge.cause() instanceof Cause.ToolOutcome(var use, _) && use.how() == ToolUse.How.BEFORE;
    if (early) return Set.of();
    var needs = new LinkedHashSet<VariableName>();
    state.collect().forEach(collect -> needs.add(collect.variable().value()));
    return needs;
  }

  private static Set<VariableName> clears(Context context, Edge edge) {
    var cleared = new HashSet<VariableName>();
    edge.action().clear().forEach(variable -> cleared.add(variable.value()));
    unset(cleared, edge.action().set());
    StateName to = edge.to();
    context
        .state(to)
        .ifPresent(state -> {
          state.clear().forEach(variable -> cleared.add(variable.value()));
          unset(cleared, state.set());
        });
    return cleared;
  }

  private static void unset(Set<VariableName> cleared, List<ActionDecl.SetDecl> sets) {
    sets.forEach(set -> cleared.remove(set.variable().value()));
  }
}
