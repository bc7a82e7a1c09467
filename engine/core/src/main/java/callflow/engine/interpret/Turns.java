package callflow.engine.interpret;

import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.CallState.Turn;
import callflow.program.Move;
import callflow.program.StateDef;
import callflow.value.ChoiceName;
import java.time.Duration;
import java.util.Optional;

/// Who said what, and what follows when the model has ended its turn.
final class Turns {
  private Turns() {}

  static void callerSpoke(Draft draft) {
    Silence.ended(draft);
    Confirmation.callerSpoke(draft);
  }

  static void callerInterrupted(Draft draft, Duration heard) {
    draft.quiet();
    Silence.ended(draft);
    Confirmation.interrupted(draft, heard);
  }

  static void callerSaid(Draft draft, String words) {
    Silence.broken(draft);
    draft.heard();
    draft.counts = draft.counts.plusTurn();
    if (draft.counts.turns() > draft.program.limits().turns()) {
      Moves.limit(draft, "max_turns");
    } else if (draft.phase instanceof Phase.Active(_, Stage.Confirming asked)) {
      Confirmation.heard(draft, asked, draft.bounded(words));
    }
  }

  static void agentSaid(Draft draft, String words) {
    if (words.isBlank()) return;
    draft.spoke(words);
  }

  /// The state may be left now, if no tool of the turn is still at work.
  static void turnEnded(Draft draft) {
    switch (draft.phase) {
      case Phase.Active(var name, Stage.Conversing _) ->
          conversed(draft, draft.program.state(name));
      case Phase.Active(_, Stage.Confirming asked) -> Confirmation.turnEnded(draft, asked);
      case Phase.Active(_, Stage.Preparing _), Phase.Active(_, Stage.Running _) -> {}
      case Phase.Transferring _, Phase.Waiting _, Phase.Ended _ -> {}
    }
  }

  private static void conversed(Draft draft, StateDef state) {
    if (draft.awaitsTool()) {
      draft.turn = draft.turn.withOver();
      return;
    }
    var turn = draft.turn;
    draft.turn = Turn.NEW;
    var wanted = turn.move().flatMap(name -> move(draft, state, name));
    if (wanted.isPresent()) {
      Choosing.atOnce(draft, wanted.get());
    } else {
      afterTurn(draft, state, turn);
    }
    if (draft.go.isEmpty() && !draft.speaking()) Silence.watch(draft);
  }

  private static void afterTurn(Draft draft, StateDef state, Turn turn) {
    var doubtful = Collecting.inDoubt(draft, state);
    if (doubtful.isPresent()) {
      Collecting.askForYes(draft, doubtful.get());
      return;
    }
    var missing = Collecting.missing(draft, state);
    if (missing.isEmpty()) {
      Conversation.goOnIfOver(draft, state, turn.heard() || turn.progress());
      boolean nothing = turn.heard() && !turn.progress() && draft.go.isEmpty();
      if (nothing && draft.phase instanceof Phase.Active(_, Stage.Conversing _)) {
        NoMatch.happened(draft, state);
      }
    } else if (turn.heard() && !turn.progress()) {
      Collecting.failed(draft, state, missing.get(), "the caller's words did not bring it");
    } else if (turn.progress()) {
      Collecting.ask(draft, missing.get());
    }
  }

  /// The move that was asked for, if it is still allowed now that the turn's tools have answered.
  private static Optional<Move> move(Draft draft, StateDef state, ChoiceName name) {
    return Choosing.open(draft, state).stream()
        .filter(move -> move.name().equals(name))
        .findFirst();
  }
}
