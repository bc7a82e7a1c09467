package callflow.connector.http;

import callflow.connector.Connector;
import callflow.connector.ConnectorSchema;
import callflow.connector.Invocation;
import callflow.connector.operation.Bindings;
import callflow.connector.operation.Dispatch;
import callflow.connector.operation.Schemas;
import callflow.connector.operation.Secrets;
import callflow.connector.operation.Settings;
import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.syntax.ConnectorFile;
import callflow.syntax.ConnectorFile.Backend;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.syntax.ConnectorFile.Request;
import callflow.value.Effect;
import callflow.value.ToolResult;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A system that is asked over HTTP with JSON.
public final class HttpConnector implements Connector {
  private final ConnectorSchema schema;
  private final BaseUrl base;
  private final Credentials credentials;
  private final Map<String, HttpOperation> operations;
  private final Wire wire;
  private final Answers answers;
  private final Dispatch dispatch;

  private HttpConnector(
      ConnectorSchema schema,
      BaseUrl base,
      Credentials credentials,
      Map<String, HttpOperation> operations,
      AddressGuard guard) {
    this.schema = schema;
    this.base = base;
    this.credentials = credentials;
    this.operations = operations;
    this.wire = new Wire(schema.name(), base, guard);
    this.answers = new Answers(schema.name(), credentials);
    this.dispatch = new Dispatch(schema.name());
  }

  /// Opens a connector whose file [HttpCheck] found nothing wrong with; sends nothing yet.
  ///
  /// @return findings where an environment variable is missing or an operation has no request
  public static Checked<Connector> open(ConnectorFile file, Backend.Http backend, Secrets secrets) {
    return open(file, backend, secrets, AddressGuard.SYSTEM);
  }

  static Checked<Connector> open(
      ConnectorFile file, Backend.Http backend, Secrets secrets, AddressGuard.Resolver resolver) {
    var schema = Schemas.of(file);
    var settings = new Settings(schema.name(), secrets);
    var found = new ArrayList<Diagnostic>();
    var credentials = Credentials.of(backend.auth(), settings);
    var operations = operations(file, schema, settings);
    String url = settings.read(backend.baseUrl()).reveal();
    found.addAll(settings.missing());
    if (!found.isEmpty()) return new Checked.Failed<>(found);
    return switch (BaseUrl.read(url, backend.allowPrivate())) {
      case BaseUrl.Read.Good(var base) ->
          new Checked.Passed<>(
              new HttpConnector(schema, base, credentials, operations, new AddressGuard(resolver)),
              List.of());
      case BaseUrl.Read bad -> new Checked.Failed<>(List.of(HttpCheck.baseUrl(backend, bad)));
    };
  }

  private static Map<String, HttpOperation> operations(
      ConnectorFile file, ConnectorSchema schema, Settings settings) {
    var operations = new LinkedHashMap<String, HttpOperation>();
    for (OperationDecl declared : file.operations()) {
      String name = declared.name().value();
      var promised = Optional.ofNullable(schema.operations().get(name)).orElseThrow();
      if (declared.request().orElse(null) instanceof Request.HttpRequest request) {
        operations.put(
            name, HttpOperation.of(schema.name(), promised, declared, request, settings));
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
    HttpOperation operation = operations.get(invocation.operation());
    if (operation == null) {
      return new ToolResult.Broken(
          ToolResult.Kind.FAILED,
          "`" + schema.name() + "` can't be asked for `" + invocation.operation() + "`",
          false);
    }
    try {
      boolean alone = operation.schema().effect() != Effect.READS;
      HttpRequest request = request(operation, invocation);
      return dispatch.send(
          operation.schema(),
          invocation,
          deadline ->
              wire.send(request, alone, deadline, answer -> answers.read(operation, answer)));
    } catch (RequestWriting.Unfit unfit) {
      return new ToolResult.Refused("invalid", unfit.reason());
    }
  }

  private HttpRequest request(HttpOperation operation, Invocation invocation)
      throws RequestWriting.Unfit {
    var builder = operation.request(base, new Bindings(invocation.arguments()));
    credentials.authorization().ifPresent(a -> builder.setHeader("Authorization", a.reveal()));
    if (operation.schema().effect() != Effect.READS) {
      builder.setHeader("Idempotency-Key", invocation.key());
    }
    return builder.build();
  }

  @Override
  public void close() {
    wire.close();
  }

  @Override
  public String toString() {
    return "HttpConnector[" + schema.name() + "]";
  }
}
