package callflow.value;

import java.util.Optional;

/// One operation of one connector, written `billing.find_customer` in a flow.
public record OperationRef(ConnectorName connector, String operation) {

  /// Reads `connector.operation`; empty when the text has another shape.
  public static Optional<OperationRef> parse(String text) {
    int dot = text.indexOf('.');
    if (dot <= 0 || dot == text.length() - 1 || text.indexOf('.', dot + 1) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new OperationRef(new ConnectorName(text.substring(0, dot)), text.substring(dot + 1)));
  }

  @Override
  public String toString() {
    return connector + "." + operation;
  }
}
