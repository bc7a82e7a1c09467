package callflow.connector.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Connections to a real database whose commit does what a test says.
final class Commits {
  /// What happens in place of a commit.
  @FunctionalInterface
  interface Script {
    void commit(Connection connection) throws SQLException;
  }

  private Commits() {}

  static DataSource by(Database database, Script script) {
    return (DataSource)
        Proxy.newProxyInstance(
            Commits.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, _, _) -> connection(database.connect(), script));
  }

  private static Connection connection(Connection real, Script script) {
    return (Connection)
        Proxy.newProxyInstance(
            Commits.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("commit")) {
                script.commit(real);
                return null;
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
