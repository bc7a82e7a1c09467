package callflow.engine.interpret;

import callflow.engine.call.CallState;
import callflow.engine.call.Command;
import callflow.engine.call.Taken;
import java.util.List;

/// What one event came to.
///
/// @param taken explains the step to people; nothing acts on it
public record Step(CallState state, List<Command> commands, List<Taken> taken) {
  public Step {
    commands = List.copyOf(commands);
    taken = List.copyOf(taken);
  }
}
