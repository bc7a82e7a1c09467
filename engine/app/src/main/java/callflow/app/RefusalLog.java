package callflow.app;

import callflow.runtime.telephony.Pulse;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the operator in one line a minute what was refused or dropped since the last one; nothing
/// when there was nothing. However many strangers knock, the log grows by no more than that.
final class RefusalLog implements AutoCloseable {
  static final Duration EVERY = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger("callflow.refused");

  private final Supplier<? extends SortedMap<String, Long>> counts;
  private final Consumer<String> log;
  private final Pulse.Beat beat;
  private Map<String, Long> told = Map.of();

  private RefusalLog(
      Supplier<? extends SortedMap<String, Long>> counts, Pulse pulse, Consumer<String> log) {
    this.counts = counts;
    this.log = log;
    this.beat = pulse.every(EVERY, this::look);
  }

  /// Looks once a minute until it is closed.
  ///
  /// @param counts all counts since the beginning
  static RefusalLog of(Supplier<? extends SortedMap<String, Long>> counts) {
    return of(counts, Pulse.ofThisMachine(), LOG::warn);
  }

  static RefusalLog of(
      Supplier<? extends SortedMap<String, Long>> counts, Pulse pulse, Consumer<String> log) {
    return new RefusalLog(counts, pulse, log);
  }

  private synchronized void look() {
    var now = counts.get();
    var news = new TreeMap<String, Long>();
    now.forEach((name, count) -> {
      long more = count - told.getOrDefault(name, 0L);
      if (more > 0) news.put(name, more);
    });
    told = Map.copyOf(now);
    if (news.isEmpty()) return;
    log.accept(
        news.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ", "refused or dropped: ", "")));
  }

  /// Tells the rest.
  @Override
  public void close() {
    beat.close();
    look();
  }
}
