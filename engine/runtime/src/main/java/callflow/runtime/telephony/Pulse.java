package callflow.runtime.telephony;

import java.time.Duration;

/// Time as a carrier sees it: a clock that only goes forward, and a beat to look at deadlines by.
public interface Pulse {
  /// Nanoseconds since some moment; only differences mean something.
  long nanos();

  /// Calls `task` again and again, never two at a time, until the result is closed.
  Beat every(Duration period, Runnable task);

  /// What goes on until it is closed.
  interface Beat extends AutoCloseable {
    @Override
    void close();
  }

  /// The time of this machine; each beat has a virtual thread of its own.
  static Pulse ofThisMachine() {
    return new MachinePulse();
  }
}
