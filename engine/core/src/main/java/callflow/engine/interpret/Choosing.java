package callflow.engine.interpret;

import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.CallState.Subject;
import callflow.engine.call.Command;
import callflow.engine.call.VoiceSetup;
import callflow.program.Move;
import callflow.program.Move.Deed;
import callflow.program.StateDef;
import callflow.value.ToolCallId;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    return Stream.concat(state.moves().stream(), Trail.corrections(draft, state))
        .filter(move -> conversing || move.anywhere())
        .filter(move -> possible(draft, state, move, conversing))
        .filter(move -> allowed(draft, move))
        .toList();
  }

  private static boolean possible(Draft draft, StateDef state, Move move, boolean conversing) {
    return switch (move.deed()) {
      case Deed.Act _, Deed.Repeat _, Deed.Help _, Deed.Wait _, Deed.Correct _ -> true;
      case Deed.Back _ -> Trail.leadsBack(draft, state);
      case Deed.Detour _ -> Detours.possible(draft, state, move);
      case Deed.StartOver _ -> conversing;
    };
  }

  private static boolean allowed(Draft draft, Move move) {
    return move.guard()
        .map(guard -> Guards.holds(draft, guard, "choice " + move.name()))
        .orElse(true);
  }

  static void atOnce(Draft draft, Move move) {
    String why = move.name().value();
    switch (move.deed()) {
      case Deed.Act _ -> Moves.perform(draft, move.action(), why);
      case Deed.Repeat _ -> {
        unheard(draft);
        repeat(draft);
        Moves.perform(draft, move.action(), why);
      }
      case Deed.Detour _ -> Detours.begin(draft, move);
      case Deed.Help _ -> help(draft, move);
      case Deed.Wait _ -> wait(draft, move);
      case Deed.Back _ -> {
        Moves.perform(draft, move.action(), why);
        draft.state().ifPresent(state -> Trail.back(draft, state));
      }
      case Deed.Correct(var variable) -> {
        Moves.perform(draft, move.action(), why);
        Trail.correct(draft, variable);
      }
      case Deed.StartOver(var question) -> {
        var to = move.action().target().orElse(draft.program.start());
        var words = Spoken.text(draft, question, 1);
        Confirmation.ask(draft, new Subject.StartOver(to), words);
      }
    }
    Confirmation.saidBetween(draft);
  }

  /// What the caller has asked for is not an answer to anything.
  private static void unheard(Draft draft) {
    draft.turn = draft.turn.unheard();
  }

  private static void help(Draft draft, Move move) {
    unheard(draft);
    Moves.perform(draft, move.action(), move.name().value());
    if (!(draft.phase instanceof Phase.Active(_, Stage.Conversing _))) return;
    draft
        .state()
        .flatMap(state -> Collecting.missing(draft, state))
        .ifPresent(missing -> Collecting.ask(draft, missing));
  }

  /// A question that waits for a yes is not drowned by kind words.
  private static void wait(Draft draft, Move move) {
    unheard(draft);
    boolean confirming = draft.phase instanceof Phase.Active(_, Stage.Confirming _);
    if (!confirming) Moves.perform(draft, move.action(), move.name().value());
    draft.here = draft.here.withPatience(true);
    if (!draft.speaking()) Silence.watch(draft);
  }

  /// A question that waits for a yes was the last thing said, and is put again as such.
  private static void repeat(Draft draft) {
    if (draft.phase instanceof Phase.Active(_, Stage.Confirming _)) Confirmation.drowned(draft);
    else draft.say(draft.lastSaid);
  }
}
