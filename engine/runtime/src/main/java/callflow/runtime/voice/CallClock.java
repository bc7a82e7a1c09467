package callflow.runtime.voice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The time of one call: starts at the wall clock and never goes back, whatever that does.
public final class CallClock {
  private final Instant start;
  private final LongSupplier nanos;
  private final long began;

  private CallClock(Instant start, LongSupplier nanos) {
    this.start = start;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
  }

  public static CallClock of(InstantSource wall, LongSupplier nanos) {
    return new CallClock(wall.instant(), nanos);
  }

  public Instant now() {
    return start.plusNanos(nanos.getAsLong() - began);
  }

  /// Nanoseconds since no particular moment.
  public long nanos() {
    return nanos.getAsLong();
  }

  /// The moment so far from now, on the scale of [#nanos].
  public long in(Duration duration) {
    return nanos.getAsLong() + duration.toNanos();
  }

  public boolean isOver(long moment) {
    return nanos.getAsLong() - moment >= 0;
  }
}
