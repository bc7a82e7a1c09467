package callflow.value;

import java.time.Duration;
import java.util.Set;

/// What one operation of a connector takes and gives, and what it does to the world.
///
/// @param output the allow-list of what reaches a flow and the model; the rest of an answer is
///   dropped
/// @param honoursKey whether a repeated request with the same key does nothing twice
/// @param errorCodes the refusals it declares, such as `not_found`
public record OperationSchema(
    OperationRef name,
    String description,
    Type.Struct input,
    Type.Struct output,
    Effect effect,
    Duration timeout,
    boolean honoursKey,
    Set<String> errorCodes) {
  public OperationSchema {
    errorCodes = Set.copyOf(errorCodes);
  }
}
