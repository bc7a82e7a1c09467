package callflow.runtime.telephony.twilio;

import java.util.concurrent.TimeUnit;

/// Lets through as many keys as a person can press: 20 at once, then 20 a second.
///
/// Not thread-safe.
final class DigitGate {
  static final int A_SECOND = 20;
  private static final long NANOS_A_DIGIT = TimeUnit.SECONDS.toNanos(1) / A_SECOND;

  /// The moment from which on the gate is as good as new.
  private long fullAt;

  DigitGate(long now) {
    this.fullAt = now;
  }

  boolean passes(long now) {
    long from = fullAt - now > 0 ? fullAt : now;
    if (from + NANOS_A_DIGIT - now > NANOS_A_DIGIT * A_SECOND) return false;
    fullAt = from + NANOS_A_DIGIT;
    return true;
  }
}
