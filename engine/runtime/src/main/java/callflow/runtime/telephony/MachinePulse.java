package callflow.runtime.telephony;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class MachinePulse implements Pulse {
  private static final Logger LOG = LoggerFactory.getLogger(MachinePulse.class);

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Beat every(Duration period, Runnable task) {
    var thread = Thread.ofVirtual().name("carrier-pulse").start(() -> beat(period, task));
    return thread::interrupt;
  }

  private static void beat(Duration period, Runnable task) {
    try {
      while (true) {
        Thread.sleep(period);
        once(task);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A bug in one beat must not stop the heart: every deadline hangs on it.
  private static void once(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("A beat failed", e);
    }
  }
}
