package callflow.program;

import callflow.value.Type;
import callflow.value.Value;
import callflow.value.VariableName;
import java.util.Optional;

/// A variable of the flow.
///
/// @param sensitive masked wherever people read
/// @param secret sensitive, and never shown to the model either
/// @param check what a caller's answer must meet besides the type
public record VariableDef(
    VariableName name,
    Type type,
    String description,
    boolean sensitive,
    boolean secret,
    Optional<Value> initial,
    Optional<ValueCheck> check) {}
