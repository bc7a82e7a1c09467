package callflow.runtime.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What we answer over HTTP.
///
/// @param contentType may be empty if there is no body
/// @param body from position to limit; can't be changed
public record Response(int status, String contentType, ByteBuffer body) {
  public Response {
    body = body.asReadOnlyBuffer();
  }

  /// A status and nothing else: strangers learn no reasons.
  public static Response empty(int status) {
    return new Response(status, "", ByteBuffer.allocate(0));
  }

  public static Response of(String contentType, String text) {
    return new Response(200, contentType, StandardCharsets.UTF_8.encode(text));
  }

  /// For tests and logs; the body read as UTF-8.
  public String text() {
    return StandardCharsets.UTF_8.decode(body.duplicate()).toString();
  }
}
