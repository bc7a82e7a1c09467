package callflow.value;

/// How a tool call came out.
public sealed interface ToolResult {

  /// It worked; `output` holds the operation's declared fields.
  record Done(Value.Fields output) implements ToolResult {}

  /// The other side, or the engine, said no. The flow or the model decides how to go on.
  ///
  /// @param code a short word such as `not_found`; flows may handle it as `tool.not_found`
  /// @param message one sentence the model may read
  record Refused(String code, String message) implements ToolResult {}

  /// The wire or the other side broke.
  record Broken(Kind kind, String message, boolean retryable) implements ToolResult {}

  /// It may have happened: the request went out, the answer was lost.
  ///
  /// @param key what to look it up by; empty when the operation has no such key
  record Unknown(String key) implements ToolResult {}

  /// What kind of trouble a [Broken] result is.
  enum Kind {
    /// No answer within the deadline.
    TIMEOUT,
    /// Refused connection, unknown host, broken TLS, closed socket.
    UNREACHABLE,
    /// The other side said it is too busy (429, 503).
    BUSY,
    /// An answer that isn't what its description promises.
    BAD_ANSWER,
    /// The other side failed (500), or anything else.
    FAILED
  }
}
