package callflow.runtime.telephony.twilio;

import callflow.runtime.server.Tally;
import callflow.runtime.telephony.LegListener;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a leg's listener what happened: one thing at a time, in order, and without a lock held.
///
/// What is to be told is added while the leg is locked and delivered afterwards, by whichever
/// thread comes first.
final class Reports {
  private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

  private final Tally tally;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /// Who raises it from 0 delivers; the others leave it to them.
  private final AtomicInteger turns = new AtomicInteger();

  /// Touched only by who delivers.
  private @Nullable LegListener listener;

  Reports(Tally tally) {
    this.tally = tally;
  }

  void begin(Supplier<LegListener> first) {
    waiting.add(() -> listener = first.get());
  }

  void add(Consumer<LegListener> report) {
    waiting.add(() -> {
      if (listener != null) report.accept(listener);
    });
  }

  /// The last thing; whatever comes later is told to nobody.
  void addLast(Consumer<LegListener> report) {
    add(report);
    waiting.add(() -> listener = null);
  }

  /// For what is told without a listener.
  void run(Runnable report) {
    waiting.add(report);
  }

  void deliver() {
    if (turns.getAndIncrement() == 0) takeTurns();
  }

  /// Passes sound on at once, or not at all if something else is just being told: that is then the
  /// end of the call, or of a transfer, and 20 ms are not missed.
  void sound(ByteBuffer base64) {
    if (!turns.compareAndSet(0, 1)) {
      tally.count(Counted.SOUND_UNHEARD);
      return;
    }
    try {
      if (listener != null) listener.audio(base64);
    } catch (RuntimeException e) {
      threw(e);
    }
    takeTurns();
  }

  private void takeTurns() {
    do {
      for (var report = waiting.poll(); report != null; report = waiting.poll()) told(report);
    } while (turns.decrementAndGet() > 0);
  }

  private void told(Runnable report) {
    try {
      report.run();
    } catch (RuntimeException e) {
      threw(e);
    }
  }

  /// A bug in one call must cost neither the thread nor the other calls.
  private void threw(RuntimeException e) {
    LOG.error("The listener of a leg threw", e);
    tally.count(Counted.LISTENER_THREW);
  }
}
