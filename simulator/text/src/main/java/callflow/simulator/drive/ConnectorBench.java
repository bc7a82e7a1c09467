package callflow.simulator.drive;

import callflow.connector.Connector;
import callflow.connector.Invocation;
import callflow.value.ConnectorName;
import callflow.value.ToolResult;
import java.time.Duration;
import java.util.Map;

/// Answers from the real outside systems: what the simulator does there is really done.
///
/// The real time an answer takes passes in the call's virtual time, too.
public final class ConnectorBench implements ToolBench {
  private final Map<ConnectorName, Connector> connectors;

  /// The connectors stay the caller's to close.
  public ConnectorBench(Map<ConnectorName, Connector> connectors) {
    this.connectors = Map.copyOf(connectors);
  }

  @Override
  public Reply ask(Request request) {
    var name = request.operation().name();
    var connector = connectors.get(name.connector());
    if (connector == null) {
      return Reply.atOnce(
          new ToolResult.Broken(
              ToolResult.Kind.FAILED, "there is no connector `" + name.connector() + "`", false));
    }
    long began = System.nanoTime();
    var result = invoke(connector, request);
    return new Reply(result, Duration.ofNanos(System.nanoTime() - began));
  }

  private static ToolResult invoke(Connector connector, Request request) {
    try {
      return connector.invoke(
          new Invocation(
              request.operation().name().operation(),
              request.arguments(),
              request.key(),
              request.timeout()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Lost.answer(request, "the simulation was stopped");
    }
  }
}
