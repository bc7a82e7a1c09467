package callflow.connector.operation;

/// How many requests may be sent again: one in ten, so that our repetitions never make a storm.
final class RetryBudget {
  private static final int COST = 10;
  private static final int MOST = 5 * COST;

  private int tenths = COST;

  /// A request goes out for the first time.
  synchronized void earn() {
    tenths = Math.min(MOST, tenths + 1);
  }

  /// Takes one repetition out of the budget, if there is one.
  synchronized boolean spend() {
    if (tenths < COST) return false;
    tenths -= COST;
    return true;
  }
}
