package callflow.connector.sql;

import callflow.connector.operation.Sample;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/// A real H2 database in memory, whose function `pass(x)` can be held up by a test.
public final class Database implements AutoCloseable {
  private static volatile CountDownLatch gate = new CountDownLatch(0);
  private static final Semaphore arrived = new Semaphore(0);

  private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
  private final Connection keeper;

  Database() {
    keeper = connect();
    run(
        "create alias pass for 'callflow.connector.sql.Database.pass'",
        "create table account(number varchar primary key, holder varchar, open decimal(12, 2),"
            + " note varchar, risk integer, since date, active boolean)",
        "insert into account values('A/1 ''?', 'Ann O''Hara', 84.20, null, 7, '2020-02-29', true)");
  }

  /// Called by the database for each row: waits while held up.
  public static String pass(String value) throws InterruptedException {
    arrived.release();
    gate.await();
    return value;
  }

  String url() {
    return url;
  }

  void hold() {
    arrived.drainPermits();
    gate = new CountDownLatch(1);
  }

  void release() {
    gate.countDown();
  }

  void awaitRequest() throws InterruptedException {
    arrived.acquire();
  }

  void run(String... statements) {
    try (var statement = keeper.createStatement()) {
      for (String sql : statements) statement.execute(sql);
    } catch (SQLException trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  /// The first column of the first row, as text.
  String ask(String sql) {
    try (var statement = keeper.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    } catch (SQLException trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  Connection connect() {
    try {
      return DriverManager.getConnection(url, "sa", Sample.CANARY);
    } catch (SQLException trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  @Override
  public void close() {
    release();
    try {
      keeper.close();
    } catch (SQLException trouble) {
      throw new IllegalStateException(trouble);
    }
  }
}
