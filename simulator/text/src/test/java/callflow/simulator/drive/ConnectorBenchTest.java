package callflow.simulator.drive;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.connector.Connector;
import callflow.connector.ConnectorSchema;
import callflow.connector.Invocation;
import callflow.value.ConnectorName;
import callflow.value.Effect;
import callflow.value.OperationRef;
import callflow.value.OperationSchema;
import callflow.value.ToolResult;
import callflow.value.Type;
import callflow.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectorBenchTest {
  private static final ConnectorName BILLING = new ConnectorName("billing");

  @Test
  void the_real_connector_is_asked_with_the_key_and_the_patience_of_the_call() {
    var connector = new Recording();
    var bench = new ConnectorBench(Map.of(BILLING, connector));

    var reply = bench.ask(request());

    assertThat(connector.asked)
        .containsExactly(new Invocation("pay", Value.Fields.NONE, "key-1", Duration.ofSeconds(8)));
    assertThat(reply.result()).isEqualTo(new ToolResult.Done(Value.Fields.NONE));
    assertThat(reply.latency()).isPositive();
  }

  @Test
  void a_connector_that_is_not_there_breaks_the_tool_and_nothing_else() {
    var reply = new ConnectorBench(Map.of()).ask(request());

    assertThat(reply.result())
        .isEqualTo(
            new ToolResult.Broken(
                ToolResult.Kind.FAILED, "there is no connector `billing`", false));
  }

  @Test
  void an_interrupted_change_leaves_open_whether_it_happened() {
    var bench = new ConnectorBench(Map.of(BILLING, new Interrupted()));

    assertThat(bench.ask(request()).result()).isEqualTo(new ToolResult.Unknown("key-1"));
    assertThat(Thread.interrupted()).isTrue();
  }

  private static ToolBench.Request request() {
    var schema =
        new OperationSchema(
            new OperationRef(BILLING, "pay"),
            "",
            Type.Struct.OPEN,
            Type.Struct.OPEN,
            Effect.IRREVERSIBLE,
            Duration.ofSeconds(8),
            false,
            Set.of());
    return new ToolBench.Request(
        schema, Effect.IRREVERSIBLE, Value.Fields.NONE, "key-1", Duration.ofSeconds(8));
  }

  private static class Recording implements Connector {
    final List<Invocation> asked = new ArrayList<>();

    @Override
    public ConnectorSchema schema() {
      return new ConnectorSchema(BILLING, new LinkedHashMap<>());
    }

    @Override
    public ToolResult invoke(Invocation invocation) throws InterruptedException {
      asked.add(invocation);
      return new ToolResult.Done(Value.Fields.NONE);
    }

    @Override
    public void close() {}
  }

  private static final class Interrupted extends Recording {
    @Override
    public ToolResult invoke(Invocation invocation) throws InterruptedException {
      throw new InterruptedException("stopped by the test");
    }
  }
}
