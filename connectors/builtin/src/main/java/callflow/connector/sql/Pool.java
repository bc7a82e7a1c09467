package callflow.connector.sql;

import callflow.connector.operation.Secret;
import callflow.value.ConnectorName;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/// The connections of one connector to its database.
final class Pool implements Connections {
  /// Connections at most; the next request waits.
  static final int SIZE = 4;

  /// How long a request waits for a connection.
  static final Duration WAIT = Duration.ofSeconds(1);

  private final HikariDataSource source;

  /// Connects at the first request, not now: a database that is away must not keep us from
  /// starting.
  Pool(ConnectorName connector, String url, Optional<Secret> user, Optional<Secret> password) {
    var config = new HikariConfig();
    config.setPoolName("callflow-" + connector);
    config.setJdbcUrl(url);
    user.ifPresent(secret -> config.setUsername(secret.reveal()));
    password.ifPresent(secret -> config.setPassword(secret.reveal()));
    config.setMaximumPoolSize(SIZE);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(WAIT.toMillis());
    config.setInitializationFailTimeout(-1);
    if (url.startsWith("jdbc:postgresql:")) boundSilence(config);
    source = new HikariDataSource(config);
  }

  /// The driver waits for ever by default, also for a machine that has gone without a word.
  private static void boundSilence(HikariConfig config) {
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("socketTimeout", "150");
    config.addDataSourceProperty("tcpKeepAlive", "true");
  }

  @Override
  public Connection take() throws SQLException {
    return source.getConnection();
  }

  @Override
  public boolean anyOpen() {
    return source.getHikariPoolMXBean().getTotalConnections() > 0;
  }

  @Override
  public void close() {
    source.close();
  }
}
