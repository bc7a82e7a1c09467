package callflow.simulator.drive;

import callflow.value.Effect;
import callflow.value.OperationSchema;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.time.Duration;

/// Where the tools of a simulated call are answered.
@FunctionalInterface
public interface ToolBench {
  Reply ask(Request request);

  /// One request to one operation.
  ///
  /// @param effect what the flow's tool says it does, which may be stricter than the operation
  /// @param key the same for every attempt at the same action
  /// @param timeout how long the caller may be kept waiting
  record Request(
      OperationSchema operation,
      Effect effect,
      Value.Fields arguments,
      String key,
      Duration timeout) {}

  /// The answer, and how long the caller waited for it in virtual time.
  record Reply(ToolResult result, Duration latency) {
    static Reply atOnce(ToolResult result) {
      return new Reply(result, Duration.ZERO);
    }
  }
}
