package callflow.connector.sql;

import callflow.connector.Connector;
import callflow.connector.ConnectorSchema;
import callflow.connector.Invocation;
import callflow.connector.operation.Dispatch;
import callflow.connector.operation.Schemas;
import callflow.connector.operation.Secrets;
import callflow.connector.operation.Settings;
import callflow.diagnostic.Checked;
import callflow.source.Located;
import callflow.syntax.ConnectorFile;
import callflow.syntax.ConnectorFile.Backend;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.syntax.ConnectorFile.Request;
import callflow.value.ToolResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A database that is asked by JDBC.
public final class SqlConnector implements Connector {
  private final ConnectorSchema schema;
  private final Map<String, SqlOperation> operations;
  private final Connections connections;
  private final Troubles troubles;
  private final Dispatch dispatch;

  SqlConnector(
      ConnectorSchema schema,
      Map<String, SqlOperation> operations,
      Connections connections,
      Troubles troubles) {
    this.schema = schema;
    this.operations = operations;
    this.connections = connections;
    this.troubles = troubles;
    this.dispatch = new Dispatch(schema.name());
  }

  /// Opens a connector whose file [SqlCheck] found nothing wrong with; connects at the first
  /// request.
  ///
  /// @return findings where an environment variable is missing or there is no driver for the URL
  public static Checked<Connector> open(ConnectorFile file, Backend.Sql backend, Secrets secrets) {
    var schema = Schemas.of(file);
    var settings = new Settings(schema.name(), secrets);
    String url = settings.read(backend.url()).reveal();
    var user = backend.user().map(settings::read);
    var password = backend.password().map(settings::read);
    if (!settings.missing().isEmpty()) return new Checked.Failed<>(settings.missing());
    var trouble = SqlCheck.driver(backend, url);
    if (trouble.isPresent()) return new Checked.Failed<>(List.of(trouble.get()));
    var pool = new Pool(schema.name(), url, user, password);
    var troubles = new Troubles(schema.name(), remedy(backend));
    return new Checked.Passed<>(
        new SqlConnector(schema, operations(file, schema), pool, troubles), List.of());
  }

  private static String remedy(Backend.Sql backend) {
    return backend
        .password()
        .or(backend::user)
        .map(Located::value)
        .map(written -> "check `" + written + "`")
        .orElse("the connector has no `user:`");
  }

  static Map<String, SqlOperation> operations(ConnectorFile file, ConnectorSchema schema) {
    var operations = new LinkedHashMap<String, SqlOperation>();
    for (OperationDecl declared : file.operations()) {
      String name = declared.name().value();
      var promised = Optional.ofNullable(schema.operations().get(name)).orElseThrow();
      if (declared.request().orElse(null) instanceof Request.Statement statement) {
        operations.put(name, SqlOperation.of(schema.name(), promised, declared, statement));
      }
    }
    return operations;
  }

  @Override
  public ConnectorSchema schema() {
    return schema;
  }

  @Override
  public ToolResult invoke(Invocation invocation) throws InterruptedException {
    SqlOperation operation = operations.get(invocation.operation());
    if (operation == null) {
      return new ToolResult.Broken(
          ToolResult.Kind.FAILED,
          "`" + schema.name() + "` can't be asked for `" + invocation.operation() + "`",
          false);
    }
    return dispatch.send(
        operation.schema(),
        invocation,
        deadline ->
            new Transaction(connections, operation, invocation.arguments(), troubles)
                .run(deadline));
  }

  @Override
  public void close() {
    connections.close();
  }

  @Override
  public String toString() {
    return "SqlConnector[" + schema.name() + "]";
  }
}
