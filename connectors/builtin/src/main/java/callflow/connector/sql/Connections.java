package callflow.connector.sql;

import java.sql.Connection;
import java.sql.SQLException;

/// Where a connector's transactions get their connections.
interface Connections extends AutoCloseable {
  /// A connection, given back by closing it; waits a bounded time for one.
  Connection take() throws SQLException;

  /// Whether there are any now, so that none to be had means all are in use.
  boolean anyOpen();

  @Override
  void close();
}
