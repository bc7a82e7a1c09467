package callflow.graph;

import callflow.expression.Infix;
import callflow.graph.FlowGraph.Arrow;
import callflow.program.Action;
import callflow.program.Branch;
import callflow.program.Handlers;
import callflow.program.Move;
import callflow.program.StateDef;
import callflow.value.StateName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The ways out of one state that are its own: branches, choices, handlers, a silence ladder.
final class Arrows {
  private final SequencedMap<StateName, List<String>> labels = new LinkedHashMap<>();

  private Arrows() {}

  static List<Arrow> from(StateDef state, UsualLadder ladder) {
    var arrows = new Arrows();
    state.moves().stream().filter(move -> !move.anywhere()).forEach(arrows::choice);
    arrows.branches(state.next());
    arrows.handlers(state.handlers());
    if (!ladder.fits(state)) {
      state.silence().forEach(rung -> arrows.add(rung.action(), "silence"));
    }
    return arrows.labels.entrySet().stream()
        .map(to -> new Arrow(state.name(), to.getKey(), to.getValue()))
        .toList();
  }

  private void branches(List<Branch> branches) {
    boolean asked = false;
    for (Branch branch : branches) {
      String otherwise = asked ? "otherwise" : "";
      add(branch.action(), branch.guard().map(guard -> "if " + Infix.of(guard)).orElse(otherwise));
      asked = true;
    }
  }

  /// What comes to the same as it would without the state's own handler is told once for all.
  private void handlers(Handlers handlers) {
    handlers
        .own()
        .forEach((event, action) -> {
          var usual = Optional.ofNullable(handlers.inherited().get(event)).flatMap(Action::target);
          if (usual.isEmpty() || !usual.equals(action.target())) add(action, event);
        });
  }

  private void choice(Move move) {
    add(move.action(), choiceLabel(move));
  }

  private static String choiceLabel(Move move) {
    String key = move.key().map(digit -> " · key " + digit).orElse("");
    String guard = move.guard().map(it -> ", if " + Infix.of(it)).orElse("");
    return move.name() + key + guard;
  }

  /// The way back from a detour leads to no state of its own.
  private void add(Action action, String label) {
    action
        .target()
        .filter(to -> !to.equals(StateName.RESUME))
        .ifPresent(to -> {
          var known = labels.computeIfAbsent(to, _ -> new ArrayList<>());
          if (!label.isEmpty() && !known.contains(label)) known.add(label);
        });
  }
}
