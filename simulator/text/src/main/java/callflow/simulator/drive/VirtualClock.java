package callflow.simulator.drive;

import callflow.engine.call.Event;
import callflow.engine.call.TimerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/// The time of one simulated call, and what is due in it.
///
/// Time stands still until somebody takes the next due event or lets time pass. Events that are due
/// at the same moment come in the order in which they were planned.
final class VirtualClock {
  private final PriorityQueue<Planned> planned =
      new PriorityQueue<>(
          Comparator.<Planned, Instant>comparing(plan -> plan.event().at())
              .thenComparingLong(Planned::order));
  private Instant now;
  private long order;

  VirtualClock(Instant start) {
    this.now = start;
  }

  Instant now() {
    return now;
  }

  /// Plans an event for the moment it bears; one that lies in the past is due at once.
  void plan(Event event) {
    planned.add(new Planned(event, order++));
  }

  /// Starts a timer; one of the same kind that runs already is replaced.
  void start(TimerId id, int visit, Duration after) {
    cancel(id);
    plan(new Event.TimerFired(now.plus(after), id, visit));
  }

  void cancel(TimerId id) {
    planned.removeIf(plan -> isTimer(plan.event(), id));
  }

  /// When this timer goes off, if it runs.
  Optional<Instant> due(TimerId id) {
    return planned.stream()
        .map(Planned::event)
        .filter(event -> isTimer(event, id))
        .map(Event::at)
        .findFirst();
  }

  /// Goes to the next due event that is not after `end`, and takes it.
  Optional<Event> next(Instant end) {
    var first = planned.peek();
    if (first == null || first.event().at().isAfter(end)) return Optional.empty();
    planned.remove();
    advance(first.event().at());
    return Optional.of(first.event());
  }

  /// Goes to the next due event, however far away it is.
  Optional<Event> next() {
    return next(Instant.MAX);
  }

  /// Goes on to `moment`; never back.
  void advance(Instant moment) {
    if (moment.isAfter(now)) now = moment;
  }

  private static boolean isTimer(Event event, TimerId id) {
    return event instanceof Event.TimerFired(_, var timer, _) && timer == id;
  }

  private record Planned(Event event, long order) {}
}
