package callflow.simulator.drive;

import callflow.engine.call.VoiceSetup;
import callflow.value.VariableName;
import java.time.Instant;
import java.util.Set;

/// What whoever plays the model may know when it has the floor.
///
/// @param known the variables that have a value already; never the values
public record Scene(VoiceSetup setup, Set<VariableName> known, Instant now) {
  public Scene {
    known = Set.copyOf(known);
  }
}
