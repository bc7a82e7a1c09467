package callflow.runtime.server;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;

/// What somebody asks of us over HTTP.
///
/// @param path as it came, still percent-encoded, without the query
/// @param query as it came, without the question mark; empty if there is none
/// @param headers by name in any case; a header that came twice is treated as missing
/// @param body whole, from position to limit; can't be changed
public record Request(
    String method,
    String path,
    String query,
    Function<String, Optional<String>> headers,
    ByteBuffer body) {
  public Request {
    body = body.asReadOnlyBuffer();
  }

  public Optional<String> header(String name) {
    return headers.apply(name);
  }

  /// The body as a form; empty if it isn't one, or names a field twice.
  public Optional<Form> form() {
    return header("Content-Type").filter(Form::isForm).flatMap(_ -> Form.read(body));
  }

  /// Path and query as one.
  public String target() {
    return query.isEmpty() ? path : path + "?" + query;
  }
}
