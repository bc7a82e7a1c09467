package callflow.check;

import callflow.diagnostic.Rule;
import callflow.syntax.StateDecl;
import java.util.List;

/// However a transfer comes back, the state says where the caller goes then.
record TransferOutcomes() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    var handling = new Handling(context.flow());
    for (StateDecl state : context.flow().states()) {
      var open =
          possible(context, state).stream()
              .filter(outcome -> !Events.OPTIONAL.contains(outcome))
              .filter(outcome -> handling.find(state, List.of(outcome)).isEmpty())
              .toList();
      if (!open.isEmpty()) report(findings, state, open);
    }
  }

  /// How the transfer of a state may come back; empty when the state has none.
  static List<String> possible(Context context, StateDecl state) {
    if (state.transfer().isEmpty()) return List.of();
    var transfer = context.transfers().get(state.transfer().get().value());
    boolean closes = transfer != null && transfer.hours().isPresent();
    return Events.OF_TRANSFERS.stream()
        .filter(outcome -> closes || !outcome.equals(Events.CLOSED))
        .toList();
  }

  private static void report(Findings findings, StateDecl state, List<String> open) {
    var transfer = state.transfer().orElseThrow();
    findings.add(
        Rule.UNHANDLED_TRANSFER_OUTCOME,
        transfer.span(),
        "state `"
            + state.name().value()
            + "` transfers to `"
            + transfer.value()
            + "`, but nothing says where the caller goes when it comes back as "
            + Words.all(open),
        "under `on:` of the state add "
            + Words.all(open.stream().map(it -> it + ": STATE").toList()));
  }
}
