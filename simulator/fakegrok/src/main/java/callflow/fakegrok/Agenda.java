package callflow.fakegrok;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// What a session will do later. Used by the session's thread alone.
final class Agenda {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::due).thenComparingLong(Entry::number));
  private long number;

  /// What is done at a time.
  ///
  /// @param due nanoseconds since the agenda began
  private record Entry(long due, long number, Runnable what) {}

  private final long begin = System.nanoTime();

  void after(Duration wait, Runnable what) {
    entries.add(new Entry(now() + wait.toNanos(), number++, what));
  }

  /// Nanoseconds until something is due, at most `longest`, never negative.
  long untilNext(long longest) {
    var first = entries.peek();
    return first == null ? longest : Math.clamp(first.due() - now(), 0, longest);
  }

  /// Does everything that is due by now; what that adds waits for the next time.
  void doDue() {
    long now = now();
    long last = number;
    while (isDue(entries.peek(), now, last)) {
      entries.remove().what().run();
    }
  }

  private static boolean isDue(@Nullable Entry entry, long now, long last) {
    return entry != null && entry.due() <= now && entry.number() < last;
  }

  private long now() {
    return System.nanoTime() - begin;
  }
}
