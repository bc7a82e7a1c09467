package callflow.app;

import callflow.compile.FlowCompiler;
import callflow.connector.pack.ConnectorFileChecker;
import callflow.connector.pack.PackCatalog;
import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.parse.ConnectorParser;
import callflow.parse.ScenarioParser;
import callflow.parse.SourceReader;
import callflow.program.Program;
import callflow.source.SourceFile;
import callflow.syntax.ConnectorFile;
import callflow.syntax.ScenarioFile;
import callflow.value.ConnectorName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files of a project, read and checked; every file once, however many flows use it.
final class Project {
  /// A flow with the connectors it may use.
  ///
  /// @param program empty when the flow, or a connector it uses, has errors
  record Flow(Path path, Optional<Program> program, List<ConnectorFile> connectors) {}

  /// A scenario and the place it lies in.
  ///
  /// @param file empty when it has errors of shape
  record Scenario(Path path, Optional<ScenarioFile> file) {}

  /// A connector file, read and checked.
  private record Loaded(ConnectorName name, Optional<ConnectorFile> file, boolean damaged) {}

  private final List<Flow> flows = new ArrayList<>();
  private final List<Scenario> scenarios = new ArrayList<>();
  private final Map<Path, Loaded> connectors = new LinkedHashMap<>();
  private final Map<String, SourceFile> sources = new LinkedHashMap<>();
  private final LinkedHashSet<Diagnostic> findings = new LinkedHashSet<>();

  private Project() {}

  /// Reads what the paths on the command line stand for.
  static Project load(ProjectFiles files) {
    var project = new Project();
    files.connectors().forEach(project::connector);
    files.flows().forEach(project::flow);
    files.scenarios().forEach(project::scenario);
    return project;
  }

  List<Flow> flows() {
    return List.copyOf(flows);
  }

  List<Scenario> scenarios() {
    return List.copyOf(scenarios);
  }

  int connectorFiles() {
    return connectors.size();
  }

  List<Diagnostic> findings() {
    return List.copyOf(findings);
  }

  Optional<SourceFile> source(String file) {
    return Optional.ofNullable(sources.get(file));
  }

  private void flow(Path path) {
    var usable = ProjectFiles.connectorsFor(path).stream().map(this::connector).toList();
    var files = usable.stream().flatMap(loaded -> loaded.file().stream()).toList();
    var damaged = usable.stream().filter(Loaded::damaged).map(Loaded::name).toList();
    var catalog = new PackCatalog(files, damaged);
    var program = read(path).flatMap(source -> keep(FlowCompiler.compile(source, catalog)));
    flows.add(new Flow(path, damaged.isEmpty() ? program : Optional.empty(), files));
  }

  private Loaded connector(Path path) {
    var key = path.toAbsolutePath().normalize();
    var known = connectors.get(key);
    if (known != null) return known;
    var loaded = loadConnector(path);
    connectors.put(key, loaded);
    return loaded;
  }

  private Loaded loadConnector(Path path) {
    var parsed = read(path).map(ConnectorParser::parse);
    var file = parsed.flatMap(each -> each.value());
    var found = new ArrayList<Diagnostic>();
    parsed.ifPresent(each -> found.addAll(each.diagnostics()));
    if (found.stream().noneMatch(Diagnostic::isError)) {
      file.ifPresent(each -> found.addAll(ConnectorFileChecker.check(each)));
    }
    findings.addAll(found);
    boolean damaged = file.isEmpty() || found.stream().anyMatch(Diagnostic::isError);
    var name = file.map(each -> each.name().value()).orElseGet(() -> nameOf(path));
    return new Loaded(name, file, damaged);
  }

  /// What a connector file that can't be read is called, so that uses of it aren't reported too.
  private static ConnectorName nameOf(Path path) {
    String name = String.valueOf(path.getFileName()).replace(ProjectFiles.CONNECTOR, "");
    return new ConnectorName(name.isEmpty() ? "connector" : name);
  }

  private void scenario(Path path) {
    var parsed = read(path).map(ScenarioParser::parse);
    scenarios.add(new Scenario(path, parsed.flatMap(each -> keep(each.whole()))));
  }

  private Optional<SourceFile> read(Path path) {
    var source = keep(SourceReader.read(path, ProjectFiles.shown(path)));
    source.ifPresent(file -> sources.put(file.path(), file));
    return source;
  }

  private <T> Optional<T> keep(Checked<T> checked) {
    findings.addAll(checked.diagnostics());
    return checked instanceof Checked.Passed<T>(var value, _)
        ? Optional.of(value)
        : Optional.empty();
  }

  void add(List<Diagnostic> more) {
    findings.addAll(more);
  }
}
