package callflow.app;

import callflow.connector.Connector;
import callflow.connector.operation.Secrets;
import callflow.connector.pack.Connectors;
import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.simulator.drive.ConnectorBench;
import callflow.simulator.drive.ToolBench;
import callflow.syntax.ConnectorFile;
import callflow.value.ConnectorName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The real connectors of a flow, opened for `--live`; whoever opens them closes them.
record Benches(Map<ConnectorName, Connector> connectors, List<Diagnostic> findings)
    implements AutoCloseable {
  /// The environment of this process.
  static final Secrets ENVIRONMENT = name -> Optional.ofNullable(System.getenv(name));

  static Benches open(List<ConnectorFile> files) {
    var opened = new LinkedHashMap<ConnectorName, Connector>();
    var findings = new ArrayList<Diagnostic>();
    for (var file : files) {
      var connector = Connectors.open(file, ENVIRONMENT);
      findings.addAll(connector.diagnostics());
      if (connector instanceof Checked.Passed<Connector>(var usable, _)) {
        opened.put(file.name().value(), usable);
      }
    }
    return new Benches(opened, findings);
  }

  ToolBench bench() {
    return new ConnectorBench(connectors);
  }

  boolean usable() {
    return findings.stream().noneMatch(Diagnostic::isError);
  }

  @Override
  public void close() {
    connectors.values().forEach(Connector::close);
  }
}
