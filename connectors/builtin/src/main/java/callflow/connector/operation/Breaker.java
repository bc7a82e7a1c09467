package callflow.connector.operation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/// Stops asking a system that keeps failing, and tries one request now and then.
///
/// Open while [#FAILURES] of the last [#WINDOW] requests failed; then one request in [#PAUSE] is
/// let through, and the first that succeeds closes it. Safe for use by many threads.
final class Breaker {
  static final int WINDOW = 10;
  static final int FAILURES = 5;
  static final Duration PAUSE = Duration.ofSeconds(5);

  private final LongSupplier nanoTime;
  private final Deque<Boolean> failures = new ArrayDeque<>(WINDOW);
  private long nextProbe;

  Breaker(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.nextProbe = nanoTime.getAsLong();
  }

  /// Whether a request may go out now.
  synchronized boolean allows() {
    if (!open()) return true;
    long now = nanoTime.getAsLong();
    if (now - nextProbe < 0) return false;
    nextProbe = now + PAUSE.toNanos();
    return true;
  }

  synchronized void succeeded() {
    if (open()) failures.clear();
    remember(false);
  }

  synchronized void failed() {
    boolean before = open();
    remember(true);
    if (open() && !before) nextProbe = nanoTime.getAsLong() + PAUSE.toNanos();
  }

  private void remember(boolean failure) {
    if (failures.size() == WINDOW) failures.removeFirst();
    failures.addLast(failure);
  }

  private boolean open() {
    return failures.stream().filter(failure -> failure).count() >= FAILURES;
  }
}
