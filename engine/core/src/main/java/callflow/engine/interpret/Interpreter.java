package callflow.engine.interpret;

import callflow.engine.call.CallId;
import callflow.engine.call.CallState;
import callflow.engine.call.Event;
import callflow.program.Program;

/// The meaning of a program. Pure and total: same program, state and event, same step; no event
/// throws.
public final class Interpreter {
  private final Program program;

  public Interpreter(Program program) {
    this.program = program;
  }

  public Program program() {
    return program;
  }

  public CallState initial(CallId call) {
    return CallState.initial(call, program.id());
  }

  public Step step(CallState state, Event event) {
    return new Step(state, java.util.List.of(), java.util.List.of());
  }
}
