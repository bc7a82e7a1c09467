package callflow.program;

import java.util.Optional;

/// What a state leaves in the record of a call.
///
/// @param milestone reached when the state is entered
/// @param outcome how the call counts when it ends in this state without our hanging up: the caller
///   hung up, or was transferred from here
public record Marks(Optional<String> milestone, Optional<String> outcome) {
  public static final Marks NONE = new Marks(Optional.empty(), Optional.empty());
}
