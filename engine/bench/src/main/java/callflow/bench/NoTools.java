package callflow.bench;

import callflow.check.ToolCatalog;
import callflow.value.ConnectorName;
import callflow.value.OperationRef;
import callflow.value.OperationSchema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A project without connectors.
final class NoTools implements ToolCatalog {
  static final ToolCatalog CATALOG = new NoTools();

  private NoTools() {}

  @Override
  public Optional<OperationSchema> operation(OperationRef name) {
    return Optional.empty();
  }

  @Override
  public Set<ConnectorName> connectors() {
    return Set.of();
  }

  @Override
  public List<OperationRef> operations(ConnectorName connector) {
    return List.of();
  }

  @Override
  public Set<ConnectorName> damaged() {
    return Set.of();
  }
}
