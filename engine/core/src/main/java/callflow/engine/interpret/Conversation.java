package callflow.engine.interpret;

import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.program.Collect;
import callflow.program.StateDef;
import java.util.Optional;

/// The part of a state in which the model talks with the caller: how it opens and when it is over.
final class Conversation {
  private Conversation() {}

  static void begin(Draft draft, StateDef state) {
    draft.stage(new Stage.Conversing());
    var doubtful = Collecting.inDoubt(draft, state);
    if (doubtful.isPresent()) {
      Collecting.askForYes(draft, doubtful.get());
      return;
    }
    var first = Collecting.missing(draft, state);
    first.ifPresent(collect -> Collecting.ask(draft, collect));
    draft.configure(modelOpens(state, first) ? Optional.of("") : Optional.empty());
  }

  /// Goes on with what is there: asks for a yes or for what is missing, or leaves the conversation.
  static void goOn(Draft draft, StateDef state) {
    if (isOver(draft, state)) Moves.run(draft, state, 0);
    else begin(draft, state);
  }

  /// Takes a conversation up again that was left for a while.
  static void resume(Draft draft, StateDef state) {
    goOn(draft, state);
    boolean talks = draft.phase instanceof Phase.Active(_, Stage.Conversing _);
    boolean silent =
        Collecting.missing(draft, state).map(missing -> missing.ask().isEmpty()).orElse(true);
    if (talks && silent && draft.go.isEmpty()) {
      draft.configure(Optional.of("Take up where you left off: ask again what was asked last."));
    }
  }

  /// The model speaks first unless the flow has spoken for it.
  private static boolean modelOpens(StateDef state, Optional<Collect> first) {
    return first
        .map(collect -> collect.ask().isEmpty())
        .orElse(state.prompt().isPresent() || state.say().isEmpty());
  }

  /// All values are there, none of them in doubt, and the state knows how to go on without the
  /// caller.
  static boolean isOver(Draft draft, StateDef state) {
    return !state.collect().isEmpty()
        && Collecting.missing(draft, state).isEmpty()
        && Collecting.inDoubt(draft, state).isEmpty()
        && goesOn(state);
  }

  /// Whether something follows the conversation without a choice of the caller.
  private static boolean goesOn(StateDef state) {
    return !state.run().isEmpty()
        || !state.next().isEmpty()
        || !(state.ending() instanceof StateDef.Ending.None);
  }

  /// Looks, after a turn of the model, whether the state has done its work.
  static void goOnIfOver(Draft draft, StateDef state, boolean heard) {
    if (!state.collect().isEmpty()) {
      if (isOver(draft, state)) Moves.run(draft, state, 0);
      return;
    }
    boolean waitsForCaller = state.hasChoices() || !state.tools().isEmpty();
    if (!goesOn(state) || (waitsForCaller && !heard)) return;
    boolean unconditional =
        !state.run().isEmpty() || !(state.ending() instanceof StateDef.Ending.None);
    if (unconditional || Moves.firstOpen(draft, state).isPresent()) Moves.run(draft, state, 0);
  }
}
