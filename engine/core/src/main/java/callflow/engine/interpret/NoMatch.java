package callflow.engine.interpret;

import callflow.engine.call.Taken;
import callflow.program.StateDef;

/// The ladder of what happens after turns of the caller that fill nothing, move nowhere and call no
/// tool; it is climbed once a visit, and its last step stays.
final class NoMatch {
  private NoMatch() {}

  static void happened(Draft draft, StateDef state) {
    int miss = draft.here.misses();
    draft.here = draft.here.withMiss();
    var ladder = state.noMatch();
    if (ladder.isEmpty()) return;
    draft.note(new Taken.Handled("no_match"));
    Moves.perform(draft, ladder.get(Math.min(miss, ladder.size() - 1)), "no_match");
  }
}
