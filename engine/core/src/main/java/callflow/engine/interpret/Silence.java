package callflow.engine.interpret;

import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.Taken;
import callflow.engine.call.TimerId;
import callflow.program.StateDef;
import java.time.Duration;

/// The ladder of what happens while nobody speaks; it is climbed from the end of our own speech on.
final class Silence {
  /// How long a caller who has asked for a moment may take before the ladder begins.
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private Silence() {}

  static void playbackEnded(Draft draft) {
    boolean wasSpeaking = draft.speaking();
    draft.quiet();
    if (wasSpeaking) Confirmation.lineQuiet(draft);
    if (!draft.speaking()) watch(draft);
  }

  /// The caller made a sound: the ladder starts anew. Until the agent has answered, only the long
  /// clock runs, so that a lost answer can't leave the caller in silence for good.
  static void broken(Draft draft) {
    draft.rung(0);
    answerDue(draft);
  }

  /// The caller speaks or presses keys: a moment that was asked for is over.
  static void ended(Draft draft) {
    draft.here = draft.here.withPatience(false);
    broken(draft);
  }

  /// Starts the clock of the next rung, if it is the caller's turn.
  static void watch(Draft draft) {
    if (!listening(draft) || !draft.here.keys().isEmpty() || draft.awaitsTool()) return;
    draft
        .state()
        .ifPresent(state -> {
          int rung = draft.here.rung();
          if (draft.here.patient()) {
            draft.start(TimerId.SILENCE, PATIENCE);
            return;
          }
          draft.start(
              TimerId.SILENCE,
              rung < state.silence().size()
                  ? state.silence().get(rung).after()
                  : draft.program.limits().idle());
        });
  }

  /// The model owes the caller an answer; should it never come, the long clock runs out.
  static void answerDue(Draft draft) {
    if (listening(draft)) draft.start(TimerId.SILENCE, draft.program.limits().idle());
  }

  static void fired(Draft draft, StateDef state) {
    if (!listening(draft)) return;
    if (draft.here.patient()) {
      draft.here = draft.here.withPatience(false);
      watch(draft);
      return;
    }
    int rung = draft.here.rung();
    if (rung >= state.silence().size()) {
      draft.note(new Taken.LimitHit("idle"));
      Moves.giveUp(draft, "nobody spoke");
      return;
    }
    draft.rung(rung + 1);
    draft.note(new Taken.Handled("silence"));
    Moves.perform(draft, state.silence().get(rung).action(), "silence");
    Confirmation.saidBetween(draft);
    if (draft.go.isEmpty() && !draft.speaking()) watch(draft);
  }

  private static boolean listening(Draft draft) {
    return switch (draft.phase) {
      case Phase.Active(_, Stage.Conversing _), Phase.Active(_, Stage.Confirming _) -> true;
      case Phase.Active _, Phase.Transferring _, Phase.Waiting _, Phase.Ended _ -> false;
    };
  }
}
