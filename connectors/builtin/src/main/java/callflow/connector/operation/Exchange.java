package callflow.connector.operation;

/// One way of asking the other side once.
@FunctionalInterface
public interface Exchange {
  /// Asks, and comes back before the deadline or shortly after it.
  Attempt attempt(Deadline deadline) throws InterruptedException;
}
