package callflow.runtime.session;

import callflow.engine.call.Command;
import callflow.engine.call.Event;
import callflow.engine.call.TimerId;
import callflow.runtime.voice.CallClock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The clocks the interpreter has started.
final class CallTimers {
  private record Due(int visit, long at) {}

  private final Map<TimerId, Due> timers = new EnumMap<>(TimerId.class);
  private final CallClock clock;

  CallTimers(CallClock clock) {
    this.clock = clock;
  }

  void start(Command.StartTimer timer) {
    timers.put(timer.id(), new Due(timer.visit(), clock.in(timer.after())));
  }

  void cancel(TimerId id) {
    timers.remove(id);
  }

  void clear() {
    timers.clear();
  }

  /// Whether anything but the bound of the whole call will wake the call up.
  boolean watch() {
    return timers.keySet().stream().anyMatch(id -> id != TimerId.CALL);
  }

  /// Takes one timer that is due, if there is any.
  Optional<Event> takeElapsed() {
    for (var id : TimerId.values()) {
      var due = timers.get(id);
      if (due == null || !clock.isOver(due.at())) continue;
      timers.remove(id);
      return Optional.of(new Event.TimerFired(clock.now(), id, due.visit()));
    }
    return Optional.empty();
  }

  OptionalLong nextDue() {
    long now = clock.nanos();
    return timers.values().stream()
        .mapToLong(Due::at)
        .reduce((one, other) -> one - now <= other - now ? one : other);
  }
}
