package callflow.connector.pack;

import callflow.connector.Connector;
import callflow.connector.http.HttpConnector;
import callflow.connector.operation.Secrets;
import callflow.connector.sql.SqlConnector;
import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.syntax.ConnectorFile;
import callflow.syntax.ConnectorFile.Backend;
import callflow.syntax.ConnectorFile.OperationDecl;
import java.util.ArrayList;
import java.util.List;

/// Opens connectors for real calls.
public final class Connectors {
  private Connectors() {}

  /// Checks a file, looks up its secrets and makes the connector; nothing is sent yet. The caller
  /// closes it.
  ///
  /// @return all findings of the file, or those about missing environment variables and operations
  ///   that can only be rehearsed
  public static Checked<Connector> open(ConnectorFile file, Secrets secrets) {
    return Checked.of(file, findings(file))
        .then(whole ->
            switch (whole.backend()) {
              case Backend.Http http -> HttpConnector.open(whole, http, secrets);
              case Backend.Sql sql -> SqlConnector.open(whole, sql, secrets);
            });
  }

  private static List<Diagnostic> findings(ConnectorFile file) {
    var found = new ArrayList<>(ConnectorFileChecker.check(file));
    for (OperationDecl operation : file.operations()) {
      if (operation.request().isEmpty() && !operation.mock().isEmpty()) {
        found.add(rehearsedOnly(operation));
      }
    }
    return found;
  }

  private static Diagnostic rehearsedOnly(OperationDecl operation) {
    return Diagnostic.of(
            Rule.BAD_CONNECTOR,
            operation.name().span(),
            "`" + operation.name().value() + "` has only a `mock:` and can't be asked for real")
        .withHint("add `request:` (http) or `sql:` (sql)");
  }
}
