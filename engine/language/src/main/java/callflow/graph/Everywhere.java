package callflow.graph;

import callflow.graph.FlowGraph.Always;
import callflow.program.Action;
import callflow.program.Move;
import callflow.program.Program;
import callflow.program.StateDef;
import callflow.value.ChoiceName;
import callflow.value.Repair;
import callflow.value.StateName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What holds in every state: wishes that are always granted, trouble, silence.
final class Everywhere {
  private final Program program;
  private final List<Always> all = new ArrayList<>();

  private Everywhere(Program program) {
    this.program = program;
  }

  static List<Always> of(Program program, UsualLadder ladder) {
    var everywhere = new Everywhere(program);
    everywhere.wishes();
    everywhere.trouble();
    everywhere.silence(ladder);
    return everywhere.all;
  }

  private void wishes() {
    var moves = new LinkedHashMap<ChoiceName, Move>();
    for (StateDef state : program.states().values()) {
      state.moves().stream()
          .filter(Move::anywhere)
          .filter(Everywhere::isTold)
          .forEach(move -> moves.putIfAbsent(move.name(), move));
    }
    moves.values().forEach(this::wish);
  }

  /// What every flow lets a caller do goes without saying, unless it leads somewhere.
  private static boolean isTold(Move move) {
    return !Repair.names(move.name()) || move.action().target().isPresent();
  }

  private void wish(Move move) {
    String key = move.key().map(digit -> " · key " + digit).orElse("");
    String wish = move.description().in(program.languages().getFirst());
    all.add(new Always("caller " + wish + key, move.action().target()));
  }

  private void trouble() {
    program.states().values().stream()
        .findFirst()
        .ifPresent(any -> any.handlers().inherited().forEach(this::handler));
  }

  private void handler(String event, Action action) {
    all.add(new Always(event, action.target()));
  }

  private void silence(UsualLadder ladder) {
    var waited = Duration.ZERO;
    for (var rung : ladder.rungs()) {
      waited = waited.plus(rung.after());
      Optional<StateName> to = rung.target();
      if (to.isPresent()) all.add(new Always("silence for " + waited.toSeconds() + " s", to));
    }
  }
}
