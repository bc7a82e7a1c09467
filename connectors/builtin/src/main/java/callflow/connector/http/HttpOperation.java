package callflow.connector.http;

import callflow.connector.operation.Bindings;
import callflow.connector.operation.Output;
import callflow.connector.operation.Secret;
import callflow.connector.operation.Setting;
import callflow.connector.operation.Settings;
import callflow.connector.operation.Templates;
import callflow.source.Located;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.syntax.ConnectorFile.Request;
import callflow.syntax.ToolDecl.ArgumentDecl;
import callflow.value.ConnectorName;
import callflow.value.OperationSchema;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One operation, ready to be asked for: its request, and how its answer is read.
///
/// @param keys headers whose value is a secret: `X-Api-Key: env:SHOP_KEY`
/// @param headers those whose value comes from the input, or is written down
/// @param refusals codes of ours by status
record HttpOperation(
    OperationSchema schema,
    Request.HttpRequest request,
    Map<String, Secret> keys,
    List<ArgumentDecl> headers,
    Map<Integer, String> refusals,
    Output output) {

  static HttpOperation of(
      ConnectorName connector,
      OperationSchema schema,
      OperationDecl declared,
      Request.HttpRequest request,
      Settings settings) {
    var keys = new LinkedHashMap<String, Secret>();
    var headers = new ArrayList<ArgumentDecl>();
    for (ArgumentDecl header : request.headers()) {
      String written = Templates.written(header.value(), "");
      if (Templates.literal(header.value()) && Setting.variable(written).isPresent()) {
        keys.put(
            header.name().value(), settings.read(new Located<>(written, header.value().span())));
      } else {
        headers.add(header);
      }
    }
    var refusals = new LinkedHashMap<Integer, String>();
    declared
        .errors()
        .forEach(e -> refusals.put(Integer.valueOf(e.when().value()), e.code().value()));
    return new HttpOperation(
        schema, request, keys, headers, refusals, new Output(connector, declared.output(), "body"));
  }

  /// The request for these arguments, without its credentials' header.
  HttpRequest.Builder request(BaseUrl base, Bindings input) throws RequestWriting.Unfit {
    var uri = URI.create(base.uri() + RequestWriting.target(request, input));
    var builder =
        HttpRequest.newBuilder(uri)
            .setHeader("Accept", "application/json")
            .setHeader("User-Agent", "callflow");
    keys.forEach((name, secret) -> builder.setHeader(name, secret.reveal()));
    for (ArgumentDecl header : headers) {
      RequestWriting.header(header, input)
          .ifPresent(value -> builder.setHeader(header.name().value(), value));
    }
    if (request.body().isEmpty()) {
      return builder.method(request.method().value(), BodyPublishers.noBody());
    }
    byte[] body = RequestWriting.body(request.body().get(), input);
    return builder
        .setHeader("Content-Type", "application/json")
        .method(request.method().value(), BodyPublishers.ofByteArray(body));
  }
}
