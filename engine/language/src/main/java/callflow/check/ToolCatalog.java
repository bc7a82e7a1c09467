package callflow.check;

import callflow.value.ConnectorName;
import callflow.value.OperationRef;
import callflow.value.OperationSchema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the checker may know about connectors, without a network.
public interface ToolCatalog {
  Optional<OperationSchema> operation(OperationRef name);

  /// The connectors there are.
  Set<ConnectorName> connectors();

  /// The operations of one connector; empty when there is no such connector.
  List<OperationRef> operations(ConnectorName connector);

  /// Connectors whose files are broken: references to them are not reported a second time.
  Set<ConnectorName> damaged();
}
