package callflow.connector.operation;

import callflow.connector.ConnectorSchema;
import callflow.source.Located;
import callflow.syntax.ConnectorFile;
import callflow.syntax.ConnectorFile.Backend;
import callflow.syntax.ConnectorFile.FieldDecl;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.value.OperationRef;
import callflow.value.OperationSchema;
import callflow.value.Type;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a connector file promises, without a network.
public final class Schemas {
  /// How long an operation may take when neither it nor its connector says so.
  public static final Duration TIMEOUT = Duration.ofSeconds(5);

  private Schemas() {}

  public static ConnectorSchema of(ConnectorFile file) {
    var operations = new LinkedHashMap<String, OperationSchema>();
    for (OperationDecl operation : file.operations()) {
      operations.put(operation.name().value(), of(file, operation));
    }
    return new ConnectorSchema(file.name().value(), operations);
  }

  static OperationSchema of(ConnectorFile file, OperationDecl operation) {
    return new OperationSchema(
        new OperationRef(file.name().value(), operation.name().value()),
        operation.describe().map(Located::value).orElse(""),
        struct(operation.input()),
        struct(operation.output()),
        operation.effect().value(),
        timeout(file, operation),
        operation.honoursKey(),
        operation.errors().stream()
            .map(error -> error.code().value())
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Duration timeout(ConnectorFile file, OperationDecl operation) {
    Optional<Located<Duration>> shared =
        switch (file.backend()) {
          case Backend.Http http -> http.timeout();
          case Backend.Sql sql -> sql.timeout();
        };
    return operation.timeout().or(() -> shared).map(Located::value).orElse(TIMEOUT);
  }

  private static Type.Struct struct(List<FieldDecl> declared) {
    var fields = new LinkedHashMap<String, Type.Field>();
    for (FieldDecl field : declared) {
      fields.put(
          field.name().value(),
          new Type.Field(
              field.type().value(),
              field.required(),
              field.sensitive(),
              field.describe().map(Located::value).orElse("")));
    }
    return new Type.Struct(fields);
  }
}
