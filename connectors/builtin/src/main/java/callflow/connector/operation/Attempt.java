package callflow.connector.operation;

import callflow.value.ToolResult;

/// How one attempt to ask the other side came out.
public sealed interface Attempt {

  /// The other side has spoken; nothing is in doubt.
  record Answered(ToolResult result) implements Attempt {}

  /// The request certainly had no effect: it never left, or was taken back.
  record NeverSent(ToolResult.Kind kind, String message) implements Attempt {}

  /// The request may have been carried out, but the answer was lost.
  record Lost(ToolResult.Kind kind, String message) implements Attempt {}

  static Attempt done(callflow.value.Value.Fields output) {
    return new Answered(new ToolResult.Done(output));
  }

  static Attempt refused(String code, String message) {
    return new Answered(new ToolResult.Refused(code, message));
  }

  static Attempt broken(ToolResult.Kind kind, String message, boolean retryable) {
    return new Answered(new ToolResult.Broken(kind, message, retryable));
  }
}
