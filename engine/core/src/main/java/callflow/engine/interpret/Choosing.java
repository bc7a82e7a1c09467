package callflow.engine.interpret;

import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.Command;
import callflow.engine.call.VoiceSetup;
import callflow.program.Move;
import callflow.program.StateDef;
import callflow.value.ToolCallId;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.util.List;
import java.util.Optional;

/// Moves the caller asks for: by the model's reserved tool `choose`, or by a key.
final class Choosing {
  private static final Value NOTHING = new Value.Text("");

  private Choosing() {}

  /// The model says which move the caller wants. A choice of the state waits for the end of the
  /// turn, what is possible anywhere is done at once.
  static void requested(Draft draft, StateDef state, ToolCallId id, Value.Fields arguments) {
    String wanted =
        arguments.get("move").orElse(NOTHING) instanceof Value.Text(var name) ? name : "";
    var move = find(draft, state, wanted);
    if (move.isEmpty()) {
      String why = "There is no move `" + draft.bounded(wanted) + "` here.";
      ToolRequests.refuse(draft, id, VoiceSetup.CHOOSE, "not_offered", why);
    } else if (move.get().anywhere()) {
      accept(draft, id);
      draft.hush();
      atOnce(draft, move.get());
    } else if (draft.turn.move().isPresent()) {
      String why = "Another move was asked for first in this turn.";
      ToolRequests.refuse(draft, id, VoiceSetup.CHOOSE, "one_move", why);
    } else {
      accept(draft, id);
      draft.turn = draft.turn.withMove(move.get().name());
    }
  }

  private static void accept(Draft draft, ToolCallId id) {
    draft.progress();
    draft.order(new Command.AnswerTool(id, new ToolResult.Done(Value.Fields.NONE)));
  }

  private static Optional<Move> find(Draft draft, StateDef state, String name) {
    return open(draft, state).stream().filter(move -> move.name().value().equals(name)).findFirst();
  }

  /// The moves the caller may ask for now: what is offered and what is accepted are this one list.
  static List<Move> open(Draft draft, StateDef state) {
    boolean conversing = draft.phase instanceof Phase.Active(_, Stage.Conversing _);
    return state.moves().stream()
        .filter(move -> conversing || move.anywhere())
        .filter(move -> allowed(draft, move))
        .toList();
  }

  private static boolean allowed(Draft draft, Move move) {
    return move.guard()
        .map(guard -> Guards.holds(draft, guard, "choice " + move.name()))
        .orElse(true);
  }

  static void atOnce(Draft draft, Move move) {
    if (move.repeat()) {
      draft.turn = draft.turn.unheard();
      repeat(draft);
    }
    Moves.perform(draft, move.action(), move.name().value());
    Confirmation.saidBetween(draft);
  }

  /// A question that waits for a yes was the last thing said, and is put again as such.
  private static void repeat(Draft draft) {
    if (draft.phase instanceof Phase.Active(_, Stage.Confirming _)) Confirmation.drowned(draft);
    else draft.say(draft.lastSaid);
  }
}
