package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.SilenceDecl;
import callflow.syntax.StateDecl;
import java.util.List;

/// A silence ladder leads somewhere in the end.
record SilenceLadders() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var flow = context.flow();
    open(findings, flow.defaults().silence(), "the silence ladder of `defaults`");
    for (StateDecl state : flow.states()) {
      String whose = "the silence ladder of state `" + state.name().value() + "`";
      state.silence().ifPresent(ladder -> open(findings, ladder, whose));
    }
  }

  private static void open(Findings findings, List<SilenceDecl> ladder, String whose) {
    if (ladder.isEmpty() || ladder.getLast().action().target().isPresent()) return;
    findings.add(
        Rule.SILENCE_LADDER_OPEN,
        ladder.getLast().after().span(),
        whose + " ends without leading anywhere",
        "end it with a step such as `- after: 5s` with `goto: goodbye`");
  }
}
