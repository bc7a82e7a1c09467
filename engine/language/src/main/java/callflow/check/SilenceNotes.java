package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.syntax.StateDecl;

/// A caller who keeps silent is spoken to.
record SilenceNotes() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    if (!context.flow().defaults().silence().isEmpty()) return;
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
