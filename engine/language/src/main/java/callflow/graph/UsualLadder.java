package callflow.graph;

import callflow.program.Program;
import callflow.program.SilenceRung;
import callflow.program.StateDef;
import callflow.value.StateName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What most states do about silence: that is told once, and drawn only where a state differs.
///
/// @param rungs empty when no ladder is shared by two states
public record UsualLadder(List<Rung> rungs) {

  /// A rung without its words, which may be worded anew in each state.
  public record Rung(Duration after, Optional<StateName> target) {
    static Rung of(SilenceRung rung) {
      return new Rung(rung.after(), rung.action().target());
    }
  }

  public static UsualLadder of(Program program) {
    var counted = new LinkedHashMap<List<Rung>, Integer>();
    for (StateDef state : program.states().values()) {
      if (!state.silence().isEmpty()) counted.merge(rungs(state), 1, Integer::sum);
    }
    return counted.entrySet().stream()
        .filter(ladder -> ladder.getValue() > 1)
        .max(Map.Entry.comparingByValue())
        .map(ladder -> new UsualLadder(ladder.getKey()))
        .orElseGet(() -> new UsualLadder(List.of()));
  }

  /// Whether a state does just that.
  public boolean fits(StateDef state) {
    return rungs(state).equals(rungs);
  }

  private static List<Rung> rungs(StateDef state) {
    return state.silence().stream().map(Rung::of).toList();
  }
}
