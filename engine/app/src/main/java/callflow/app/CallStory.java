package callflow.app;

import callflow.engine.call.CallId;
import callflow.engine.call.CallState;
import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.Event;
import callflow.engine.interpret.Step;
import callflow.program.Program;
import callflow.runtime.session.CallWatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Watches one live call: tells it line by line, and lets others wait for something in it.
final class CallStory implements CallWatcher {
  private final LiveTranscript transcript;
  private final Consumer<String> teller;
  private final List<String> lines = new ArrayList<>();
  private Optional<CallState> state = Optional.empty();
  private Optional<Event> last = Optional.empty();
  private boolean over;

  CallStory(Program program, Consumer<String> teller) {
    this.transcript = new LiveTranscript(program);
    this.teller = teller;
  }

  @Override
  public synchronized void stepped(CallId call, Event event, Step step) {
    state = Optional.of(step.state());
    last = Optional.of(event);
    for (String line : transcript.tell(event, step)) {
      lines.add(line);
      teller.accept(line);
    }
    notifyAll();
  }

  @Override
  public synchronized void failed(CallId call, RuntimeException fault) {
    lines.add("callflow itself failed: " + fault);
    teller.accept(lines.getLast());
  }

  @Override
  public synchronized void over(CallId call, CallState end) {
    over = true;
    notifyAll();
  }

  /// Everything that was told.
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /// The state the call is in; empty before it begins and after it has ended.
  synchronized Optional<String> state() {
    return state.flatMap(CallState::state).map(Object::toString);
  }

  synchronized boolean isOver() {
    return over;
  }

  /// Whether all that the agent had to say has been heard, and it is the caller's turn.
  synchronized boolean isCallersTurn() {
    return last.filter(Event.PlaybackEnded.class::isInstance).isPresent();
  }

  /// Whether the engine waits for a yes or a no.
  synchronized boolean isAskedForYes() {
    return state
        .map(CallState::phase)
        .filter(phase -> phase instanceof Phase.Active(_, Stage.Confirming _))
        .isPresent();
  }

  /// Waits until something is so.
  ///
  /// @return false if it was not so in this time
  synchronized boolean await(BooleanSupplier condition, Duration bound)
      throws InterruptedException {
    long end = System.nanoTime() + bound.toNanos();
    while (!condition.getAsBoolean()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) return false;
      wait(Math.min(left, 100));
    }
    return true;
  }
}
