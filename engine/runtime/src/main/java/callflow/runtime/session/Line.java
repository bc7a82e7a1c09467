package callflow.runtime.session;

import callflow.connector.Connector;
import callflow.engine.interpret.Interpreter;
import callflow.program.Program;
import callflow.value.ConnectorName;
import java.util.Map;

/// A phone line: the flow that answers it and the systems the flow may ask. The connectors stay
/// their owner's to close.
public record Line(Interpreter interpreter, Map<ConnectorName, Connector> connectors) {
  public Line {
    connectors = Map.copyOf(connectors);
  }

  public static Line of(Program program, Map<ConnectorName, Connector> connectors) {
    return new Line(new Interpreter(program), connectors);
  }
}
