package callflow.engine.interpret;

import callflow.engine.call.CallState.Phase;
import callflow.engine.call.Command;
import callflow.engine.call.EndReason;
import callflow.engine.call.Taken;
import callflow.engine.call.TimerId;
import callflow.engine.call.TransferOutcome;
import callflow.expression.Rendering;
import callflow.program.StateDef;
import callflow.program.TransferDef;
import callflow.value.TransferName;
import callflow.value.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/// Handing the caller over, and taking the caller back when it fails.
final class Transfers {
  /// How much longer than the ringing itself we wait to hear how it came out.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Transfers() {}

  static void begin(Draft draft, StateDef state, TransferName name) {
    var transfer = draft.program.transfer(name);
    draft.phase = new Phase.Transferring(state.name(), name);
    draft.cancel(TimerId.SILENCE);
    if (transfer.hours().filter(hours -> !CallScope.of(draft).open(hours)).isPresent()) {
      cameBack(draft, name, TransferOutcome.CLOSED);
      return;
    }
    String to = Handovers.number(draft, transfer.to());
    draft.note(new Taken.Transferring(name, to));
    draft.order(
        new Command.Transfer(
            name,
            to,
            transfer.mode(),
            transfer.ring(),
            attached(draft, transfer),
            draft.visit,
            Handovers.of(draft, transfer.manner())));
    var queueing = transfer.manner().queue().map(TransferDef.Queue::maxWait).orElse(Duration.ZERO);
    draft.start(TimerId.RING, transfer.ring().plus(queueing).plus(PATIENCE));
  }

  /// What goes along; values that aren't set are left out.
  private static Value.Fields attached(Draft draft, TransferDef transfer) {
    var values = new LinkedHashMap<String, Value>();
    transfer
        .attach()
        .forEach((name, template) ->
            Rendering.value(template, CallScope.of(draft).withSummary())
                .ifPresent(value -> values.put(name, value)));
    return new Value.Fields(values);
  }

  static void ended(Draft draft, int visit, TransferOutcome outcome) {
    if (!(draft.phase instanceof Phase.Transferring(_, var name)) || visit != draft.visit) {
      draft.ignore("transfer " + outcome.word(), "no such transfer is under way");
      return;
    }
    draft.cancel(TimerId.RING);
    if (outcome == TransferOutcome.ANSWERED) {
      draft.end(
          new EndReason.Transferred(name, Records.outcome(draft, EndReason.Transferred.USUAL)));
    } else {
      cameBack(draft, name, outcome);
    }
  }

  private static void cameBack(Draft draft, TransferName name, TransferOutcome outcome) {
    draft.note(new Taken.TransferCameBack(name, outcome));
    if (!Moves.handle(draft, List.of(outcome.word())) || draft.go.isEmpty()) {
      Moves.giveUp(draft, "the transfer to `" + name + "` came back: " + outcome.word());
    }
  }
}
