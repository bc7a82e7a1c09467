package callflow.connector;

import callflow.value.ConnectorName;
import callflow.value.OperationSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a connector can do, by the name of the operation.
public record ConnectorSchema(
    ConnectorName name, SequencedMap<String, OperationSchema> operations) {
  public ConnectorSchema {
    operations = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(operations));
  }
}
