package callflow.connector.operation;

import java.time.Duration;

/// A moment after which nobody waits any more; kept on the monotonic clock.
public record Deadline(long nanoTime) {
  /// No request may keep a caller longer, whatever a flow asks for.
  public static final Duration LONGEST = Duration.ofMinutes(2);

  public static Deadline in(Duration patience) {
    Duration bounded = patience.compareTo(LONGEST) > 0 ? LONGEST : patience;
    return new Deadline(System.nanoTime() + bounded.toNanos());
  }

  /// What is left, zero when it is over.
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  public boolean over() {
    return remaining().isZero();
  }
}
