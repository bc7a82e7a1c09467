package callflow.runtime.server;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what happened, by name.
///
/// Names are constants of the code, never something a stranger sent, so their number is bounded.
public final class Tally {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  public void count(String name) {
    counts.computeIfAbsent(name, _ -> new LongAdder()).increment();
  }

  /// How often it was counted; 0 for a name never heard of.
  public long of(String name) {
    var count = counts.get(name);
    return count == null ? 0 : count.sum();
  }

  /// All counts at about this moment.
  public SortedMap<String, Long> all() {
    var all = new TreeMap<String, Long>();
    counts.forEach((name, count) -> all.put(name, count.sum()));
    return Collections.unmodifiableSortedMap(all);
  }
}
