package callflow.app;

import callflow.compile.FlowCompiler;
import callflow.connector.pack.ConnectorFileChecker;
import callflow.connector.pack.PackCatalog;
import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.parse.ConnectorParser;
import callflow.parse.DeploymentParser;
import callflow.parse.ScenarioParser;
import callflow.parse.SourceReader;
import callflow.program.Program;
import callflow.simulator.scenario.ScenarioChecker;
import callflow.source.SourceFile;
import callflow.source.Span;
import callflow.syntax.ConnectorFile;
import callflow.syntax.DeploymentFile;
import callflow.syntax.ScenarioFile;
import callflow.value.ConnectorName;
import callflow.value.FlowName;
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
  record Flow(Path path, Optional<Program> program, List<ConnectorFile> connectors) {
    boolean isCalled(FlowName name) {
      return program.map(each -> each.name().equals(name)).orElse(false);
    }
  }

  /// A scenario that can be played.
  record Scenario(ScenarioFile file, Flow flow, Program program) {}

  /// A deployment whose file is right, and where its lines lead.
  ///
  /// @param flows one for each line, in their order, unless there is a finding about it
  record Deployed(DeploymentFile file, List<Flow> flows) {}

  /// A connector file, read and checked.
  private record Loaded(ConnectorName name, Optional<ConnectorFile> file, boolean damaged) {}

  private final List<Flow> flows = new ArrayList<>();
  private final List<Scenario> scenarios = new ArrayList<>();
  private final List<Deployed> deployments = new ArrayList<>();
  private int deploymentFiles;
  private int scenarioFiles;
  private final Map<Path, Loaded> connectors = new LinkedHashMap<>();
  private final Map<String, SourceFile> sources = new LinkedHashMap<>();
  private final LinkedHashSet<Diagnostic> findings = new LinkedHashSet<>();

  private Project() {}

  /// Reads what the paths on the command line stand for.
  static Project load(ProjectFiles files) {
    var project = new Project();
    files.misnamed().forEach(path -> project.findings.add(misnamed(path)));
    files.connectors().forEach(project::connector);
    files.flows().forEach(project::flow);
    files.scenarios().forEach(project::scenario);
    return project;
  }

  /// The same, with deployments and the flows they put on telephone lines.
  static Project loadAll(ProjectFiles files) {
    var project = load(files);
    files.deployments().forEach(project::deployment);
    return project;
  }

  List<Flow> flows() {
    return List.copyOf(flows);
  }

  List<Scenario> scenarios() {
    return List.copyOf(scenarios);
  }

  int scenarioFiles() {
    return scenarioFiles;
  }

  List<Deployed> deployments() {
    return List.copyOf(deployments);
  }

  int deploymentFiles() {
    return deploymentFiles;
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

  private static Diagnostic misnamed(Path path) {
    return Diagnostic.of(
            Rule.FILE_UNREADABLE,
            Span.startOf(ProjectFiles.shown(path)),
            "this file is passed over, for its name ends in `.yml`")
        .withHint("name it `" + ProjectFiles.rightName(path) + "`");
  }

  private void flow(Path path) {
    var usable = ProjectFiles.connectorsFor(path).stream().map(this::connector).toList();
    var files = usable.stream().flatMap(loaded -> loaded.file().stream()).toList();
    sameName(usable);
    var damaged = usable.stream().filter(Loaded::damaged).map(Loaded::name).toList();
    var catalog = new PackCatalog(files, damaged);
    var program = read(path).flatMap(source -> keep(FlowCompiler.compile(source, catalog)));
    flows.add(new Flow(path, damaged.isEmpty() ? program : Optional.empty(), files));
    sameName(path, program);
  }

  /// Two flows of one name in one folder: nobody could tell which of them is meant.
  private void sameName(Path path, Optional<Program> program) {
    program.ifPresent(named ->
        flows.stream()
            .filter(other -> !same(other.path(), path) && inOneFolder(other.path(), path))
            .filter(other -> other.isCalled(named.name()))
            .findFirst()
            .ifPresent(
                other -> findings.add(twice("flow", named.name().value(), path, other.path()))));
  }

  /// Two connectors of one name in one folder: one would be passed over without a word. One beside
  /// the flow rightly comes before one of the project.
  private void sameName(List<Loaded> usable) {
    var known = new LinkedHashMap<ConnectorName, ConnectorFile>();
    for (var loaded : usable) {
      if (loaded.file().isEmpty()) continue;
      var file = loaded.file().get();
      var other = known.putIfAbsent(loaded.name(), file);
      if (other != null && inOneFolder(fileOf(other), fileOf(file))) {
        findings.add(
            Diagnostic.of(
                    Rule.CLASHING_NAMES,
                    file.name().span(),
                    "the connector `" + loaded.name() + "` is there twice")
                .withHint("give one of the two another name, or take it away")
                .withRelated(other.name().span(), "the other one"));
      }
    }
  }

  private static Path fileOf(ConnectorFile file) {
    return Path.of(file.name().span().file());
  }

  private static boolean inOneFolder(Path one, Path other) {
    return same(one.resolveSibling("."), other.resolveSibling("."));
  }

  private static Diagnostic twice(String kind, String name, Path path, Path other) {
    return Diagnostic.of(
            Rule.CLASHING_NAMES,
            Span.startOf(ProjectFiles.shown(path)),
            "the " + kind + " `" + name + "` is in this folder twice")
        .withHint("give one of the two another name, or take it away")
        .withRelated(Span.startOf(ProjectFiles.shown(other)), "the other one");
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
    scenarioFiles++;
    var parsed = read(path).flatMap(source -> keep(ScenarioParser.parse(source).whole()));
    parsed.ifPresent(file -> scenario(path, file));
  }

  private void scenario(Path path, ScenarioFile file) {
    var candidates = flowsBeside(path);
    if (candidates.isEmpty()) candidates = flows;
    var flow = candidates.stream().filter(each -> each.isCalled(file.flow().value())).findFirst();
    if (flow.isPresent()) {
      var program = flow.get().program().orElseThrow();
      var found = ScenarioChecker.check(file, program);
      findings.addAll(found);
      if (found.stream().noneMatch(Diagnostic::isError)) {
        scenarios.add(new Scenario(file, flow.get(), program));
      }
    } else if (candidates.stream().allMatch(each -> each.program().isPresent())) {
      findings.add(unknownFlow(file, candidates));
    }
  }

  private void deployment(Path path) {
    deploymentFiles++;
    var parsed = read(path).flatMap(source -> keep(DeploymentParser.parse(source).whole()));
    parsed.ifPresent(file -> {
      var found = new ArrayList<Flow>();
      for (var line : file.lines()) {
        keep(FlowOfLine.find(path, line))
            .map(this::flowAt)
            .ifPresent(flow -> {
              found.add(flow);
              flow.program()
                  .ifPresent(it -> findings.addAll(FlowOfLine.unspoken(line, it.languages())));
            });
      }
      deployments.add(new Deployed(file, List.copyOf(found)));
    });
  }

  /// A flow, read now if nobody has named it before.
  private Flow flowAt(Path path) {
    if (flows.stream().noneMatch(flow -> same(flow.path(), path))) flow(path);
    return flows.stream().filter(flow -> same(flow.path(), path)).findFirst().orElseThrow();
  }

  /// The flows in the scenario's own folder, read now if the command line didn't name them.
  private List<Flow> flowsBeside(Path scenario) {
    return ProjectFiles.beside(scenario, ProjectFiles.FLOW).stream().map(this::flowAt).toList();
  }

  private static boolean same(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private static Diagnostic unknownFlow(ScenarioFile file, List<Flow> flows) {
    String name = file.flow().value().value();
    var names =
        flows.stream()
            .flatMap(flow -> flow.program().stream())
            .map(program -> program.name().value())
            .toList();
    return Diagnostic.of(
            Rule.UNKNOWN_FLOW,
            file.flow().span(),
            "the scenario is for the flow `" + name + "`, but there is no such flow here")
        .withHint(
            names.isEmpty()
                ? "put the scenario into the folder of its flow"
                : "the flows here are " + String.join(", ", names))
        .withSuggestions(Nearest.of(name, names));
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
}
