package callflow.connector.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/// Connections to a real database whose commit does what a test says.
record Commits(Database database, Commits.Script script) implements Connections {
  /// What happens in place of a commit.
  @FunctionalInterface
  interface Script {
    void commit(Connection connection) throws SQLException;
  }

  static Connections by(Database database, Script script) {
    return new Commits(database, script);
  }

  @Override
  public Connection take() {
    return connection(database.connect(), script);
  }

  @Override
  public boolean anyOpen() {
    return false;
  }

  @Override
  public void close() {}

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
