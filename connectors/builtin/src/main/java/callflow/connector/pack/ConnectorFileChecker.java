package callflow.connector.pack;

import callflow.connector.http.HttpCheck;
import callflow.connector.sql.SqlCheck;
import callflow.diagnostic.Diagnostic;
import callflow.source.Span;
import callflow.syntax.ConnectorFile;
import callflow.syntax.ConnectorFile.Backend;
import callflow.syntax.ConnectorFile.OperationDecl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds what is wrong with a connector file, without a network and without its secrets.
public final class ConnectorFileChecker {
  private static final Comparator<Span> BY_PLACE =
      Comparator.comparing(Span::file)
          .thenComparingInt(Span::startLine)
          .thenComparingInt(Span::startColumn);

  private ConnectorFileChecker() {}

  /// All findings about a file that was read without an error, in the order of the file.
  public static List<Diagnostic> check(ConnectorFile file) {
    var found =
        new ArrayList<>(
            switch (file.backend()) {
              case Backend.Http http -> HttpCheck.check(http, file.operations());
              case Backend.Sql sql -> SqlCheck.check(sql, file.operations());
            });
    for (OperationDecl operation : file.operations()) {
      operation.mock().forEach(reply -> found.addAll(new ReplyCheck(operation, reply).check()));
    }
    found.sort(Comparator.comparing(Diagnostic::span, BY_PLACE));
    return found;
  }
}
