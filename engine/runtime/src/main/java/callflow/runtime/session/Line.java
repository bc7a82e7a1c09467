package callflow.runtime.session;

import callflow.connector.Connector;
import callflow.engine.call.Switches;
import callflow.engine.interpret.Interpreter;
import callflow.program.Program;
import callflow.value.ConnectorName;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A phone line: the flow that answers it and the systems the flow may ask. The connectors stay
/// their owner's to close.
///
/// @param language in which calls begin, a BCP 47 tag; without one the flow decides
/// @param switches where they stand now; asked once for each call, on the call's own thread
public record Line(
    Interpreter interpreter,
    Map<ConnectorName, Connector> connectors,
    Optional<String> language,
    Supplier<Switches> switches) {
  public Line {
    connectors = Map.copyOf(connectors);
  }

  /// The same line with a language of its own, in which its calls begin.
  public Line in(Optional<String> other) {
    return new Line(interpreter, connectors, other, switches);
  }

  public static Line of(Program program, Map<ConnectorName, Connector> connectors) {
    return new Line(new Interpreter(program), connectors, Optional.empty(), () -> Switches.NONE);
  }

  public Line with(Supplier<Switches> standing) {
    return new Line(interpreter, connectors, language, standing);
  }
}
