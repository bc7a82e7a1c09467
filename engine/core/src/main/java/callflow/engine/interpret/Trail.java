package callflow.engine.interpret;

import callflow.program.Move;
import callflow.program.StateDef;
import callflow.value.StateName;
import callflow.value.VariableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The way the call has come, as far as it can be gone back: what was changed outside since stays
/// changed, so no way leads back beyond it.
final class Trail {
  /// Nobody goes back farther.
  private static final int LONGEST = 16;

  private Trail() {}

  /// A state that asks the caller something is entered.
  static void entered(Draft draft, StateDef state) {
    if (!state.listens()) return;
    var trail = new ArrayList<StateName>(draft.trail);
    if (trail.isEmpty() || !trail.getLast().equals(state.name())) trail.add(state.name());
    draft.trail = List.copyOf(trail.subList(Math.max(0, trail.size() - LONGEST), trail.size()));
  }

  /// A state that was left for a detour goes on; the detour is no way to go back to.
  static void resumed(Draft draft, StateName state) {
    int at = draft.trail.lastIndexOf(state);
    if (at >= 0) draft.trail = draft.trail.subList(0, at + 1);
  }

  /// Something outside is about to be changed.
  static void cut(Draft draft) {
    draft.trail = List.of();
  }

  /// Whether there is a state to go back to.
  static boolean leadsBack(Draft draft, StateDef state) {
    return previous(draft, state) >= 0;
  }

  private static int previous(Draft draft, StateDef state) {
    int last = draft.trail.size() - 1;
    while (last >= 0 && draft.trail.get(last).equals(state.name())) last--;
    return last;
  }

  /// The values that earlier states asked for and that are there, as moves that put them right.
  static Stream<Move> corrections(Draft draft, StateDef state) {
    if (!state.corrections().offered()) return Stream.empty();
    return draft.trail.stream()
        .distinct()
        .filter(name -> !name.equals(state.name()))
        .flatMap(name -> draft.program.state(name).corrections().own().stream())
        .filter(move -> variable(move).filter(it -> correctable(draft, state, it)).isPresent())
        .distinct();
  }

  private static Optional<VariableName> variable(Move move) {
    return move.deed() instanceof Move.Deed.Correct(var variable)
        ? Optional.of(variable)
        : Optional.empty();
  }

  private static boolean correctable(Draft draft, StateDef state, VariableName variable) {
    return draft.variables.containsKey(variable) && !Collecting.collects(state, variable);
  }

  /// Back to the state that asked before; what was given there is forgotten.
  static void back(Draft draft, StateDef state) {
    int index = previous(draft, state);
    if (index < 0) return;
    var to = draft.program.state(draft.trail.get(index));
    to.collect().forEach(collect -> forget(draft, collect.variable()));
    go(draft, index, to, "back");
  }

  /// Back to the state that asked for this value, which alone is forgotten.
  static void correct(Draft draft, VariableName variable) {
    for (int index = draft.trail.size() - 1; index >= 0; index--) {
      var to = draft.program.state(draft.trail.get(index));
      if (!Collecting.collects(to, variable)) continue;
      forget(draft, variable);
      go(draft, index, to, "correct");
      return;
    }
  }

  /// What was found out from the values is forgotten with them.
  private static void go(Draft draft, int index, StateDef to, String why) {
    draft.trail = draft.trail.subList(0, index);
    to.run().stream()
        .flatMap(tool -> draft.program.tool(tool).save().keySet().stream())
        .forEach(variable -> forget(draft, variable));
    Moves.go(draft, to.name(), why);
  }

  /// As it was when the call began.
  static void forget(Draft draft, VariableName variable) {
    Moves.clear(draft, variable);
    draft.program.variable(variable).initial().ifPresent(it -> draft.variables.put(variable, it));
  }
}
