package callflow.runtime.voice;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What a session waits for, and until when.
final class Deadlines {
  enum Wait {
    /// The service greets whoever has connected.
    GREETED(Duration.ofSeconds(2)),
    /// The service acknowledges a set-up.
    CONFIGURED(Duration.ofSeconds(2)),
    /// A reply that was broken off ends.
    STOPPED(Duration.ofSeconds(1)),
    /// A reply that was asked for begins.
    REPLY(Duration.ofSeconds(5)),
    /// A reply goes on.
    PROGRESS(Duration.ofSeconds(5)),
    /// The service, busy with a reply we have not heard of, takes ours.
    BUSY(Duration.ofSeconds(1)),
    /// The service begins its own reply to a turn of the caller, before which nothing else is asked
    /// for.
    OWN(Duration.ofMillis(700)),
    /// Somebody answers a turn of the caller; then the model is asked to.
    ANSWER(Duration.ofSeconds(3)),
    /// The words of a turn come that was answered already.
    WORDS(Duration.ofMillis(700)),
    /// The line sends nothing in the middle of a caller's turn.
    GAP(Duration.ofMillis(750)),
    /// More sound comes of a reply that has no announced end.
    QUIET(Duration.ofMillis(600)),
    /// The service is tried again.
    RETRY(Duration.ofMillis(500)),
    /// The carrier says that all has been heard; to this comes what is still to be heard.
    MARK(Duration.ofSeconds(3));

    private final Duration patience;

    Wait(Duration patience) {
      this.patience = patience;
    }
  }

  private final CallClock clock;
  private final Map<Wait, Long> due = new EnumMap<>(Wait.class);

  Deadlines(CallClock clock) {
    this.clock = clock;
  }

  static Duration patience(Wait wait) {
    return wait.patience;
  }

  void start(Wait wait) {
    start(wait, Duration.ZERO);
  }

  void start(Wait wait, Duration more) {
    due.put(wait, clock.in(wait.patience.plus(more)));
  }

  void over(Wait wait) {
    due.remove(wait);
  }

  boolean runs(Wait wait) {
    return due.containsKey(wait);
  }

  void clear() {
    due.clear();
  }

  /// Takes one wait that has run out, if there is any.
  Optional<Wait> takeElapsed() {
    var elapsed =
        due.entrySet().stream()
            .filter(entry -> clock.isOver(entry.getValue()))
            .map(Map.Entry::getKey)
            .findFirst();
    elapsed.ifPresent(due::remove);
    return elapsed;
  }

  /// The next moment one runs out, on the clock's scale of nanoseconds.
  OptionalLong next() {
    long now = clock.nanos();
    return due.values().stream()
        .mapToLong(Long::longValue)
        .reduce((one, other) -> one - now <= other - now ? one : other);
  }
}
