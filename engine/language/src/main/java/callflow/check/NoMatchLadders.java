package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.ActionDecl;
import callflow.syntax.FlowFile;
import callflow.syntax.StateDecl;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Where nobody counts attempts, a `no_match` ladder leads somewhere in the end.
record NoMatchLadders() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var flow = context.flow();
    for (StateDecl state : flow.states()) {
      if (!state.listens() || !state.collect().isEmpty()) continue;
      String whose = "the `no_match` ladder of state `" + state.name().value() + "`";
      state.noMatch().flatMap(NoMatchLadders::open).ifPresent(it -> found(findings, it, whose));
    }
    if (!needed(flow)) return;
    open(flow.defaults().noMatch())
        .ifPresent(it -> found(findings, it, "the `no_match` ladder of `defaults`"));
  }

  /// Whether a state that counts no attempts goes by the ladder of `defaults`.
  private static boolean needed(FlowFile flow) {
    Predicate<StateDecl> goesByIt =
        state -> state.listens() && state.collect().isEmpty() && state.noMatch().isEmpty();
    return flow.states().stream().anyMatch(goesByIt);
  }

  /// The last step, if it leads nowhere.
  private static Optional<ActionDecl> open(List<ActionDecl> ladder) {
    return ladder.isEmpty()
        ? Optional.empty()
        : Optional.of(ladder.getLast()).filter(step -> step.target().isEmpty());
  }

  private static void found(Findings findings, ActionDecl last, String whose) {
    findings.add(
        Rule.NO_MATCH_LADDER_OPEN,
        last.span(),
        whose + " ends without leading anywhere, and its last step is repeated for ever",
        "end it with a step such as `- goto: to_agent`");
  }
}
