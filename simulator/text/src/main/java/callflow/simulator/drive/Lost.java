package callflow.simulator.drive;

import callflow.value.Effect;
import callflow.value.ToolResult;

/// What a request comes to whose answer never arrived.
final class Lost {
  private Lost() {}

  /// A look-up timed out and can be repeated; anything else may have happened.
  static ToolResult answer(ToolBench.Request request, String why) {
    return request.effect() == Effect.READS
        ? new ToolResult.Broken(ToolResult.Kind.TIMEOUT, why, true)
        : new ToolResult.Unknown(request.key());
  }
}
