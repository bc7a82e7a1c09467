package callflow.simulator.rehearsal;

import callflow.engine.call.VoiceSetup.Fillable;
import callflow.value.Fit;
import callflow.value.Value;
import java.util.List;
import java.util.Optional;

/// A value that was said but can't be taken.
///
/// @param value what was read, for the engine to judge; empty when no single value was
/// @param why a phrase that follows "that": "needs 8 digits and has 7"
record NearMiss(Fillable fillable, Optional<Value> value, String why) {

  /// What is wrong with the first of the candidates; empty when nothing of the kind was said.
  static Optional<NearMiss> of(Fillable fillable, List<Found> candidates, Values values) {
    if (candidates.isEmpty()) {
      return values.undecided(fillable.type())
          ? Optional.of(new NearMiss(fillable, Optional.empty(), "could be more than one"))
          : Optional.empty();
    }
    var first = candidates.getFirst();
    if (values.lacksYear(first) && Keywords.isBirth(Keywords.of(fillable))) {
      return Optional.of(new NearMiss(fillable, Optional.empty(), "needs a year"));
    }
    return Fit.of(fillable.type(), first.value()) instanceof Fit.Misfit(var why)
        ? Optional.of(new NearMiss(fillable, Optional.of(first.value()), why))
        : Optional.empty();
  }

  /// Why it was not taken, by the variable's name.
  String reason() {
    String read = value.map(said -> " (" + said + ")").orElse("");
    return "`" + fillable.variable() + "` was not taken: what was said" + read + " " + why;
  }
}
