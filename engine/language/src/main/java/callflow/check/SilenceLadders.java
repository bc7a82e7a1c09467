package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.syntax.SilenceDecl;
import callflow.syntax.StateDecl;
import java.util.List;

/// A caller who keeps silent is spoken to, and in the end led somewhere.
record SilenceLadders() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var flow = context.flow();
    open(findings, flow.defaults().silence(), "the silence ladder of `defaults`");
    for (StateDecl state : flow.states()) {
      String whose = "the silence ladder of state `" + state.name().value() + "`";
      state.silence().ifPresent(ladder -> open(findings, ladder, whose));
    }
    if (flow.defaults().silence().isEmpty()) missing(context, findings);
  }

  private static void open(Findings findings, List<SilenceDecl> ladder, String whose) {
    if (ladder.isEmpty() || ladder.getLast().action().target().isPresent()) return;
    findings.add(
        Rule.SILENCE_LADDER_OPEN,
        ladder.getLast().after().span(),
        whose + " ends without leading anywhere",
        "end it with a step such as `- after: 5s` with `goto: goodbye`");
  }

  private static void missing(Context context, Findings findings) {
    var silent =
        context.flow().states().stream()
            .filter(state -> state.listens() && state.silence().isEmpty())
            .map(StateDecl::name)
            .toList();
    if (silent.isEmpty()) return;
    String names = Words.list(silent.stream().map(name -> name.value()).toList());
    findings.add(
        Diagnostic.of(
                Rule.NO_SILENCE_HANDLING,
                silent.getFirst().span(),
                "nothing says what happens when callers keep silent in " + names)
            .withHint("write `silence:` under `defaults:`, with what to say after how long"));
  }
}
