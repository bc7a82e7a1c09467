package callflow.runtime.session;

import callflow.connector.Connector;
import callflow.connector.Invocation;
import callflow.engine.call.Command;
import callflow.value.ConnectorName;
import callflow.value.Effect;
import callflow.value.ToolResult;
import java.util.Map;
import java.util.function.Consumer;

/// Hands requests of a call to the connectors, each on a virtual thread of its own.
final class ToolDesk {
  private final Map<ConnectorName, Connector> connectors;

  ToolDesk(Map<ConnectorName, Connector> connectors) {
    this.connectors = Map.copyOf(connectors);
  }

  /// Asks, and calls back from another thread.
  ///
  /// @return the thread at work; interrupting it gives the request up
  Thread ask(Command.InvokeTool command, Consumer<ToolResult> answer) {
    return Thread.ofVirtual()
        .name("tool-" + command.tool())
        .start(() -> answer.accept(result(command)));
  }

  private ToolResult result(Command.InvokeTool command) {
    var connector = connectors.get(command.operation().connector());
    if (connector == null) {
      String why = "there is no connector `" + command.operation().connector() + "`";
      return new ToolResult.Broken(ToolResult.Kind.FAILED, why, false);
    }
    try {
      return connector.invoke(
          new Invocation(
              command.operation().operation(),
              command.arguments(),
              command.key(),
              command.timeout()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return lost(command, "the call no longer wants the answer");
    } catch (RuntimeException bug) {
      return lost(command, "the connector failed: " + bug.getClass().getSimpleName());
    }
  }

  /// The answer is lost. A look-up has changed nothing; anything else may have happened.
  static ToolResult lost(Command.InvokeTool command, String why) {
    return command.effect() == Effect.READS
        ? new ToolResult.Broken(ToolResult.Kind.TIMEOUT, why, true)
        : new ToolResult.Unknown(command.key());
  }
}
