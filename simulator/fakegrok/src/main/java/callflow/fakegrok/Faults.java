package callflow.fakegrok;

import java.util.ArrayList;
import java.util.List;

/// What shall go wrong, each at its next occasion and once. Callable from any thread.
public final class Faults {
  private static final int MAX_FAULTS = 1_000;

  private final List<Fault> waiting = new ArrayList<>();

  Faults() {}

  /// Orders faults; the same one twice strikes twice.
  public synchronized void next(Fault... faults) {
    if (waiting.size() + faults.length > MAX_FAULTS) {
      throw new IllegalStateException("more than " + MAX_FAULTS + " faults are waiting");
    }
    waiting.addAll(List.of(faults));
  }

  /// What was ordered and has not happened yet.
  public synchronized List<Fault> waiting() {
    return List.copyOf(waiting);
  }

  /// Whether the fault was ordered; it then counts as having happened.
  synchronized boolean strike(Fault fault) {
    return waiting.remove(fault);
  }
}
