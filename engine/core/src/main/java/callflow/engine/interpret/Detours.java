package callflow.engine.interpret;

import callflow.engine.call.CallState.Detour;
import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.CallState.Subject;
import callflow.engine.call.Taken;
import callflow.program.Move;
import callflow.program.StateDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Ways aside, after which the caller is brought back to where the call was.
final class Detours {
  /// A caller may be led aside that often before coming back.
  private static final int DEEPEST = 8;

  private Detours() {}

  /// Whether the state can be left for a while: not while its tools are at work, and not for
  /// itself.
  static boolean possible(Draft draft, StateDef state, Move move) {
    return talking(draft)
        && draft.detours.size() < DEEPEST
        && move.action().target().filter(to -> !to.equals(state.name())).isPresent();
  }

  private static boolean talking(Draft draft) {
    return draft.phase instanceof Phase.Active(_, Stage.Conversing _)
        || draft.phase instanceof Phase.Active(_, Stage.Confirming _);
  }

  static void begin(Draft draft, Move move) {
    draft
        .state()
        .ifPresent(state -> {
          var detours = new ArrayList<>(draft.detours);
          detours.add(new Detour(state.name(), draft.here, asked(draft), draft.previous));
          draft.detours = List.copyOf(detours);
        });
    Moves.perform(draft, move.action(), move.name().value());
  }

  private static Optional<Integer> asked(Draft draft) {
    return draft.phase instanceof Phase.Active(_, Stage.Confirming asked)
            && asked.about() instanceof Subject.Call(_, _, var forModel, var index)
            && forModel.isEmpty()
        ? Optional.of(index)
        : Optional.empty();
  }

  /// Whoever goes on with the call by the usual ways does not come back.
  static void entered(Draft draft, StateDef state) {
    if (!state.aside()) draft.detours = List.of();
  }

  /// Back to the state that was left: what it says is not said again, what it asks is.
  static void resume(Draft draft) {
    if (draft.detours.isEmpty()) {
      Moves.giveUp(draft, "there is nothing to resume");
      return;
    }
    var left = draft.detours.getLast();
    draft.detours = draft.detours.subList(0, draft.detours.size() - 1);
    draft.take(left.state(), left.here().withKeys(""));
    draft.previous = left.previous();
    draft.note(new Taken.Entered(left.state(), draft.visit, "resume"));
    Trail.resumed(draft, left.state());
    var state = draft.program.state(left.state());
    if (left.run().isPresent()) Moves.run(draft, state, left.run().get());
    else Conversation.resume(draft, state);
  }
}
