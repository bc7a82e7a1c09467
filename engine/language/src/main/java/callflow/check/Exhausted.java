package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.syntax.StateDecl;
import java.util.List;

/// Where values are collected, the flow says what happens when all attempts are used up.
record Exhausted() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var handling = new Handling(context.flow());
    List<StateDecl> open =
        context.flow().states().stream()
            .filter(state -> !state.collect().isEmpty())
            .filter(state -> handling.find(state, List.of(Events.EXHAUSTED)).isEmpty())
            .toList();
    if (open.isEmpty()) return;
    var first = open.getFirst();
    var variable = first.collect().getFirst().variable();
    var diagnostic =
        Diagnostic.of(
                Rule.UNHANDLED_EXHAUSTED,
                variable.span(),
                "state `"
                    + first.name().value()
                    + "` collects `"
                    + variable.value()
                    + "`, but nothing says what happens when the caller's attempts are used up")
            .withHint("under `defaults:` write `on: { attempts_exhausted: STATE }`");
    for (StateDecl state : open.subList(1, open.size())) {
      diagnostic =
          diagnostic.withRelated(
              state.collect().getFirst().variable().span(),
              "state `" + state.name().value() + "` collects too");
    }
    findings.add(diagnostic);
  }
}
