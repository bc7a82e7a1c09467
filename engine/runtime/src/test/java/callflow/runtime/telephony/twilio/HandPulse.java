package callflow.runtime.telephony.twilio;

import callflow.runtime.telephony.Pulse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Time that passes when a test says so.
final class HandPulse implements Pulse {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
  private final List<Runnable> beats = new CopyOnWriteArrayList<>();

  @Override
  public long nanos() {
    return nanos.get();
  }

  @Override
  public Beat every(Duration period, Runnable task) {
    beats.add(task);
    return () -> beats.remove(task);
  }

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    beats.forEach(Runnable::run);
  }

  void seconds(int seconds) {
    pass(Duration.ofSeconds(seconds));
  }
}
