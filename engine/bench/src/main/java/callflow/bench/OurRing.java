package callflow.bench;

import callflow.engine.call.CallId;
import callflow.engine.call.CallInfo;
import callflow.engine.call.CallState;
import callflow.engine.call.Event;
import callflow.engine.interpret.Interpreter;
import java.time.Instant;

/// A ring run by our interpreter: every key is an event of a call.
final class OurRing implements Race.Round {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final Interpreter interpreter;
  private CallState state;

  OurRing(Ring ring) {
    interpreter = new Interpreter(ring.program());
    state = answered(interpreter, "bench");
  }

  /// A call in its first state.
  static CallState answered(Interpreter interpreter, String call) {
    var caller = new CallInfo("+4917012345", "+4930123456");
    return interpreter
        .step(interpreter.initial(new CallId(call)), new Event.CallStarted(NOW, caller))
        .state();
  }

  @Override
  public long run(int times) {
    long moves = 0;
    for (int i = 0; i < times; i++) {
      var step = interpreter.step(state, new Event.DigitPressed(NOW, Keys.at(i)));
      state = step.state();
      moves += step.commands().size();
    }
    return moves + state.visit();
  }
}
