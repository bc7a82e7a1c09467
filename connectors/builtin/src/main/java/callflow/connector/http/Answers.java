package callflow.connector.http;

import callflow.connector.operation.Attempt;
import callflow.value.ConnectorName;
import callflow.value.Effect;
import callflow.value.OperationSchema;
import callflow.value.ToolResult.Kind;
import callflow.value.Value;
import java.net.http.HttpResponse;

/// What a status and a body mean for the flow.
///
/// Nothing of a body goes into a message: it is text from outside.
final class Answers {
  private final ConnectorName connector;
  private final Credentials credentials;

  Answers(ConnectorName connector, Credentials credentials) {
    this.connector = connector;
    this.credentials = credentials;
  }

  Attempt read(HttpOperation operation, HttpResponse<Body> answer) {
    int status = answer.statusCode();
    String declared = operation.refusals().get(status);
    if (declared != null) return refused(declared, status);
    return status >= 200 && status < 300
        ? accepted(operation, answer)
        : rejected(operation.schema(), status);
  }

  private Attempt accepted(HttpOperation operation, HttpResponse<Body> answer) {
    if (operation.output().nothing()) return Attempt.done(Value.Fields.NONE);
    if (!answer.headers().firstValue("Content-Encoding").orElse("identity").equals("identity")) {
      return unusable("is compressed, though nobody asked for that");
    }
    return switch (answer.body()) {
      case Body.TooLarge _ -> unusable("is larger than " + BoundedBody.MOST / 1024 + " KiB");
      case Body.Whole(var octets) when octets.length == 0 ->
          operation.output().read(Value.Fields.NONE);
      case Body.Whole(var octets) ->
          switch (JsonReading.read(octets)) {
            case JsonReading.Read.Unreadable(var reason) -> unusable(reason);
            case JsonReading.Read.Json(var value) ->
                operation
                    .output()
                    .read(value.map(v -> Value.Fields.of("body", v)).orElse(Value.Fields.NONE));
          };
    };
  }

  private Attempt rejected(OperationSchema operation, int status) {
    boolean reads = operation.effect() == Effect.READS;
    return switch (status) {
      case 400, 422 -> refused("invalid", status);
      case 401, 403 ->
          Attempt.broken(
              Kind.FAILED,
              "`%s` does not accept our credentials (%d): %s"
                  .formatted(connector, status, credentials.remedy()),
              false);
      case 404 -> refused("not_found", status);
      case 408, 504 ->
          new Attempt.Lost(
              Kind.TIMEOUT, "`" + connector + "` did not get done in time (" + status + ")");
      case 409 -> refused("conflict", status);
      case 429, 503 ->
          Attempt.broken(
              Kind.BUSY,
              "`" + connector + "` is too busy (" + status + ")",
              reads || operation.honoursKey());
      default ->
          status >= 300 && status < 400
              ? Attempt.broken(
                  Kind.FAILED,
                  "`%s` sent us elsewhere (%d); redirects are not followed, put the new address into"
                          .formatted(connector, status)
                      + " `base_url`",
                  false)
              : Attempt.broken(
                  Kind.FAILED,
                  "`" + connector + "` failed (" + status + ")",
                  reads && status >= 500);
    };
  }

  private Attempt refused(String code, int status) {
    return Attempt.refused(
        code, "`" + connector + "` said no: " + code.replace('_', ' ') + " (" + status + ")");
  }

  private Attempt unusable(String reason) {
    return Attempt.broken(
        Kind.BAD_ANSWER, "the answer of `" + connector + "` can't be used: it " + reason, false);
  }
}
