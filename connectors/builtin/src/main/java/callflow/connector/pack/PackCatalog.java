package callflow.connector.pack;

import callflow.check.ToolCatalog;
import callflow.connector.ConnectorSchema;
import callflow.connector.operation.Schemas;
import callflow.syntax.ConnectorFile;
import callflow.value.ConnectorName;
import callflow.value.OperationRef;
import callflow.value.OperationSchema;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// What the connector files of a project offer to its flows.
public final class PackCatalog implements ToolCatalog {
  private final SequencedMap<ConnectorName, ConnectorSchema> schemas = new LinkedHashMap<>();
  private final Set<ConnectorName> damaged;

  /// A catalogue of these files; of two with the same name the first counts.
  ///
  /// @param damaged connectors whose files are so broken that there is no [ConnectorFile] of them
  public PackCatalog(List<ConnectorFile> files, Collection<ConnectorName> damaged) {
    files.forEach(file -> schemas.putIfAbsent(file.name().value(), Schemas.of(file)));
    this.damaged = Collections.unmodifiableSet(new LinkedHashSet<>(damaged));
  }

  @Override
  public Optional<OperationSchema> operation(OperationRef name) {
    return schema(name.connector())
        .flatMap(schema -> Optional.ofNullable(schema.operations().get(name.operation())));
  }

  private Optional<ConnectorSchema> schema(ConnectorName connector) {
    return Optional.ofNullable(schemas.get(connector));
  }

  @Override
  public Set<ConnectorName> connectors() {
    return Collections.unmodifiableSet(schemas.keySet());
  }

  @Override
  public List<OperationRef> operations(ConnectorName connector) {
    return schema(connector).stream()
        .flatMap(schema -> schema.operations().values().stream())
        .map(OperationSchema::name)
        .toList();
  }

  @Override
  public Set<ConnectorName> damaged() {
    return damaged;
  }
}
