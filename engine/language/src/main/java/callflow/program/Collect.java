package callflow.program;

import callflow.value.VariableName;
import java.util.Optional;

/// One value a state asks for.
///
/// @param ask the question, word for word; without it the model asks in its own words
/// @param attempts how many turns of the caller may fail to bring it
/// @param keypad whether it may be entered with telephone keys
public record Collect(VariableName variable, Optional<Wording> ask, int attempts, boolean keypad) {}
