package callflow.parse;

import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.syntax.ConnectorFile;
import callflow.syntax.ConnectorFile.Backend;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.value.ConnectorName;
import java.util.List;
import java.util.Optional;

/// Reads one `*.connector.yaml`.
public final class ConnectorParser {
  private static final List<String> KINDS = List.of("http", "sql");
  private static final List<String> KEYS_OF_KINDS =
      List.of("base_url", "auth", "allow_private", "url", "user", "password", "timeout");

  private final Findings findings = new Findings();
  private final Declarations declarations = new Declarations(findings);

  private ConnectorParser() {}

  /// What is whole of the connector, and everything that is wrong with the shape of the rest.
  ///
  /// Operations with an error in them are left out; there is no value when the file lacks its name
  /// or the connector's address.
  public static Parsed<ConnectorFile> parse(SourceFile source) {
    var parser = new ConnectorParser();
    Optional<ConnectorFile> file =
        FileRoot.read(source, "connector", parser.findings).flatMap(parser::connector);
    return new Parsed<>(file, parser.findings.all());
  }

  private Optional<ConnectorFile> connector(MapReader map) {
    Optional<Located<ConnectorName>> name =
        map.need("connector", "`connector: name` as the first line")
            .flatMap(Keyed::fileName)
            .map(word -> word.map(ConnectorName::new));
    Optional<Located<String>> kind =
        map.need("kind", "`kind: http` or `kind: sql`").flatMap(slot -> slot.oneOf(KINDS));
    Optional<Backend> backend = kind.flatMap(word -> BackendReader.read(map, word.value()));
    if (kind.isEmpty()) map.ignore(KEYS_OF_KINDS);
    List<OperationDecl> operations =
        declarations.read(
            map.need("operations", OperationReader.EXAMPLE),
            OperationReader.EXAMPLE,
            entry -> OperationReader.read(entry, kind.map(Located::value)));
    map.close();
    return name.flatMap(
        connector -> backend.map(reached -> new ConnectorFile(connector, reached, operations)));
  }
}
