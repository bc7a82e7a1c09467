package callflow.engine.interpret;

import callflow.engine.call.TimerId;
import callflow.engine.call.TransferOutcome;
import java.time.Duration;

/// What a clock of the call means when it goes off.
final class Clocks {
  /// What a call that ran out of time is given to come to its end.
  private static final Duration GRACE = Duration.ofMinutes(2);

  private Clocks() {}

  static void fired(Draft draft, TimerId id, int visit) {
    var started = draft.timers.get(id);
    if (started == null || started != visit) {
      draft.ignore("timer " + id, "it was cancelled or belongs to an earlier visit");
      return;
    }
    draft.timers.remove(id);
    switch (id) {
      case SILENCE -> draft.state().ifPresent(state -> Silence.fired(draft, state));
      case KEYS -> draft.state().ifPresent(state -> Keys.elapsed(draft, state));
      case RING -> Transfers.ended(draft, draft.visit, TransferOutcome.NO_ANSWER);
      case CALL -> outOfTime(draft);
    }
  }

  private static void outOfTime(Draft draft) {
    Moves.limit(draft, "max_time");
    if (draft.go.isPresent()) draft.start(TimerId.CALL, GRACE);
  }
}
