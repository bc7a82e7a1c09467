package callflow.connector.sql;

import callflow.connector.operation.Attempt;
import callflow.connector.operation.Deadline;
import callflow.connector.operation.Errand;
import callflow.value.ToolResult.Done;
import callflow.value.ToolResult.Kind;
import callflow.value.Value;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/// One statement in one transaction, with a deadline the driver can't stretch.
///
/// The worker commits only if nobody has given up before; who gives up before the commit knows that
/// nothing happened. So an outcome is in doubt only when the commit itself was under way.
final class Transaction {
  private enum Phase {
    CONNECTING,
    RUNNING,
    COMMITTING,
    GIVEN_UP
  }

  /// What a database gets on top of the deadline to answer that it has stopped.
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Connections connections;
  private final SqlOperation operation;
  private final Value.Fields input;
  private final Troubles troubles;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.CONNECTING);

  Transaction(
      Connections connections, SqlOperation operation, Value.Fields input, Troubles troubles) {
    this.connections = connections;
    this.operation = operation;
    this.input = input;
    this.troubles = troubles;
  }

  Attempt run(Deadline deadline) throws InterruptedException {
    try {
      return Errand.run("sql " + operation.schema().name(), deadline, () -> work(deadline));
    } catch (TimeoutException _) {
      return givenUp();
    } catch (InterruptedException unwanted) {
      giveUp();
      throw unwanted;
    } catch (ExecutionException trouble) {
      return failed(trouble);
    }
  }

  private Attempt givenUp() {
    String message = "`" + operation.connector() + "` did not answer in time";
    return giveUp()
        ? new Attempt.NeverSent(Kind.TIMEOUT, message)
        : new Attempt.Lost(Kind.TIMEOUT, message);
  }

  /// Whether it is certain that nothing is or will be saved.
  private boolean giveUp() {
    return phase.updateAndGet(p -> p == Phase.COMMITTING ? p : Phase.GIVEN_UP) == Phase.GIVEN_UP;
  }

  private Attempt failed(ExecutionException trouble) {
    if (!(trouble.getCause() instanceof SQLException sql)) {
      throw new IllegalStateException("a driver failed outside of SQL", trouble);
    }
    return switch (phase.get()) {
      case CONNECTING -> troubles.whileConnecting(sql, connections.anyOpen());
      case RUNNING, GIVEN_UP -> troubles.whileRunning(operation, sql);
      case COMMITTING -> troubles.whileCommitting(sql);
    };
  }

  private Attempt work(Deadline deadline) throws SQLException {
    try (Connection connection = connections.take()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(operation.reads());
      boundSilence(connection, deadline);
      phase.compareAndSet(Phase.CONNECTING, Phase.RUNNING);
      boolean committed = false;
      try {
        Attempt attempt = operation.run(connection, input, deadline.remaining());
        committed = worthKeeping(attempt) && commit(connection);
        return attempt;
      } finally {
        if (!committed) rollBack(connection);
      }
    }
  }

  /// Only what ends well is kept: rows that don't fit the file undo the change, so that "failed" is
  /// true.
  private boolean worthKeeping(Attempt attempt) {
    return !operation.reads() && attempt instanceof Attempt.Answered(Done _);
  }

  private boolean commit(Connection connection) throws SQLException {
    if (!phase.compareAndSet(Phase.RUNNING, Phase.COMMITTING)) return false;
    connection.commit();
    return true;
  }

  /// Ends the wait for a machine that has gone without a word; a query's timeout needs its help.
  private static void boundSilence(Connection connection, Deadline deadline) throws SQLException {
    try {
      long most = deadline.remaining().plus(GRACE).toMillis();
      connection.setNetworkTimeout(Thread::startVirtualThread, Math.toIntExact(most));
    } catch (SQLFeatureNotSupportedException _) {
      // Embedded databases have no network.
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException _) {
      // A connection that is gone has rolled back already; what made it go is being reported.
    }
  }
}
