package callflow.connector.operation;

import callflow.connector.Invocation;
import callflow.value.ConnectorName;
import callflow.value.Effect;
import callflow.value.OperationSchema;
import callflow.value.ToolResult;
import callflow.value.ToolResult.Broken;
import callflow.value.ToolResult.Kind;
import callflow.value.ToolResult.Unknown;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The gate every request of one connector goes through.
///
/// It bounds how many run at once, keeps away from a system that keeps failing, sends again only
/// what may be sent again, and says honestly what came of it: a change whose answer was lost is
/// `Unknown`, never "failed".
public final class Dispatch {
  /// Requests of one connector under way at the same time, over all calls.
  static final int CONCURRENT = 32;

  /// How often one request is sent at most.
  static final int ATTEMPTS = 2;

  private final ConnectorName connector;
  private final Semaphore places = new Semaphore(CONCURRENT, true);
  private final RetryBudget budget = new RetryBudget();
  private final Breaker breaker;

  public Dispatch(ConnectorName connector) {
    this(connector, System::nanoTime);
  }

  Dispatch(ConnectorName connector, LongSupplier nanoTime) {
    this.connector = connector;
    this.breaker = new Breaker(nanoTime);
  }

  /// Asks by `exchange` until there is an answer, the rules forbid another attempt, or the patience
  /// is used up.
  public ToolResult send(OperationSchema operation, Invocation invocation, Exchange exchange)
      throws InterruptedException {
    var deadline = Deadline.in(invocation.patience());
    boolean repeatable = repeatable(operation);
    if (!places.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
      return new Broken(
          Kind.BUSY, "`" + connector + "` has too many requests under way", repeatable);
    }
    try {
      if (!breaker.allows()) return resting();
      Attempt last = attempts(repeatable, deadline, exchange);
      if (healthy(last)) breaker.succeeded();
      else breaker.failed();
      return result(last, operation, invocation.key());
    } finally {
      places.release();
    }
  }

  private Attempt attempts(boolean repeatable, Deadline deadline, Exchange exchange)
      throws InterruptedException {
    budget.earn();
    Attempt last = exchange.attempt(deadline);
    for (int sent = 1; sent < ATTEMPTS; sent++) {
      if (!repeatable || !passing(last) || deadline.over() || !budget.spend()) return last;
      last = later(last, exchange.attempt(deadline));
    }
    return last;
  }

  /// What two attempts come to: a lost answer stays lost when the second request was never sent.
  private static Attempt later(Attempt first, Attempt second) {
    return first instanceof Attempt.Lost && second instanceof Attempt.NeverSent ? first : second;
  }

  private static boolean repeatable(OperationSchema operation) {
    return switch (operation.effect()) {
      case READS -> true;
      case WRITES -> operation.honoursKey();
      case IRREVERSIBLE -> false;
    };
  }

  /// Whether the trouble may be gone a moment later: a connection lost or refused, not an answer
  /// that took too long.
  private static boolean passing(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Answered _ -> false;
      case Attempt.NeverSent(var kind, _) -> kind == Kind.UNREACHABLE;
      case Attempt.Lost(var kind, _) -> kind == Kind.UNREACHABLE;
    };
  }

  /// A misfitting answer is a fault of one description, not a system that is down.
  private static boolean healthy(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Answered(Broken(var kind, _, _)) -> kind == Kind.BAD_ANSWER;
      case Attempt.Answered _ -> true;
      case Attempt.NeverSent _, Attempt.Lost _ -> false;
    };
  }

  private static ToolResult result(Attempt last, OperationSchema operation, String key) {
    return switch (last) {
      case Attempt.Answered(var result) -> result;
      case Attempt.NeverSent(var kind, var message) ->
          new Broken(
              neverSent(kind, operation), message, operation.effect() != Effect.IRREVERSIBLE);
      case Attempt.Lost(var kind, var message) when operation.effect() == Effect.READS ->
          new Broken(kind, message, kind != Kind.BAD_ANSWER);
      case Attempt.Lost _ -> new Unknown(key);
    };
  }

  /// A change that surely did not happen must not look like one without an answer.
  private static Kind neverSent(Kind kind, OperationSchema operation) {
    return kind == Kind.TIMEOUT && operation.effect() != Effect.READS ? Kind.FAILED : kind;
  }

  private ToolResult resting() {
    return new Broken(
        Kind.FAILED,
        "`%s` failed %d of its last %d requests and is not asked for %d seconds"
            .formatted(connector, Breaker.FAILURES, Breaker.WINDOW, Breaker.PAUSE.toSeconds()),
        false);
  }
}
