package callflow.app;

import callflow.connector.Connector;
import callflow.connector.ConnectorSchema;
import callflow.connector.Invocation;
import callflow.program.Program;
import callflow.simulator.drive.ToolBench;
import callflow.value.ConnectorName;
import callflow.value.OperationSchema;
import callflow.value.ToolResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Connectors of a live call that answer as a scenario or the `mock:` of a connector file says.
final class RehearsedConnectors {
  private RehearsedConnectors() {}

  /// One for each connector the flow uses. The bench is asked by one thread at a time.
  static Map<ConnectorName, Connector> of(Program program, ToolBench bench) {
    return program.tools().values().stream()
        .map(tool -> tool.operation().name().connector())
        .distinct()
        .collect(Collectors.toMap(name -> name, name -> new Rehearsed(name, program, bench)));
  }

  private record Rehearsed(ConnectorName name, Program program, ToolBench bench)
      implements Connector {
    @Override
    public ConnectorSchema schema() {
      var operations = new LinkedHashMap<String, OperationSchema>();
      for (var tool : program.tools().values()) {
        var operation = tool.operation();
        if (operation.name().connector().equals(name)) {
          operations.put(operation.name().operation(), operation);
        }
      }
      return new ConnectorSchema(name, operations);
    }

    @Override
    public ToolResult invoke(Invocation invocation) throws InterruptedException {
      var operation = Optional.ofNullable(schema().operations().get(invocation.operation()));
      if (operation.isEmpty()) {
        String why = "no tool of the flow uses `" + invocation.operation() + "`";
        return new ToolResult.Broken(ToolResult.Kind.FAILED, why, false);
      }
      var reply = ask(operation.get(), invocation);
      Thread.sleep(shorter(reply.latency(), invocation.patience()));
      return reply.result();
    }

    private ToolBench.Reply ask(OperationSchema operation, Invocation invocation) {
      synchronized (bench) {
        return bench.ask(
            new ToolBench.Request(
                operation,
                operation.effect(),
                invocation.arguments(),
                invocation.key(),
                invocation.patience()));
      }
    }

    private static Duration shorter(Duration one, Duration other) {
      return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void close() {}
  }
}
