package callflow.engine.interpret;

import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import java.util.Optional;

/// The voice session: ready as a visit asked, or lost.
final class Voice {
  private Voice() {}

  /// The barrier opens: only now the model may speak.
  static void ready(Draft draft, int visit) {
    if (visit != draft.visit || draft.here.ready()) {
      draft.ignore("voice session ready", "it belongs to an earlier visit");
      return;
    }
    var note = draft.here.note();
    draft.ready();
    if (note.isPresent()) {
      Telling.letModelSpeak(draft, note.get());
      return;
    }
    if (draft.phase instanceof Phase.Active(_, Stage.Conversing _)) Telling.guided(draft);
    if (!draft.speaking()) Silence.watch(draft);
  }

  /// Gives the model the floor, with something to know for this turn; behind the barrier if it
  /// still stands.
  static void speakNow(Draft draft, String note) {
    if (draft.here.ready()) Telling.letModelSpeak(draft, note);
    else draft.noteForModel(note);
  }

  static void lost(Draft draft, String reason) {
    switch (draft.phase) {
      case Phase.Active(_, Stage.Conversing _) ->
          again(draft, reason, draft.here.note().or(() -> Optional.of("")));
      case Phase.Active(_, Stage.Confirming asked) -> {
        again(draft, reason, Optional.empty());
        if (!draft.ended()) Confirmation.restate(draft, asked, asked.asks());
      }
      case Phase.Active _, Phase.Transferring _, Phase.Waiting _, Phase.Ended _ ->
          draft.ignore("voice session lost: " + reason, "the next state sets it up anew");
    }
  }

  private static void again(Draft draft, String reason, Optional<String> note) {
    draft.counts = draft.counts.plusVoiceRestart();
    draft.quiet();
    if (draft.counts.voiceRestarts() <= draft.program.limits().voiceRestarts()) {
      draft.configure(note);
    } else {
      draft.ignore("voice session lost: " + reason, "it was set up often enough");
      Moves.limit(draft, "voice_lost");
    }
  }
}
