package callflow.app;

import callflow.compile.FlowCompiler;
import callflow.connector.pack.ConnectorFileChecker;
import callflow.connector.pack.PackCatalog;
import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Ignores;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.parse.ConnectorParser;
import callflow.parse.DeploymentParser;
import callflow.parse.FlowParser;
import callflow.parse.IgnoreComments;
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
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
  ///
  /// @param switches the file in which they stand, if it can be read
  record Deployed(DeploymentFile file, List<Flow> flows, Optional<Path> switches) {}

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

  private final Map<String, SourceFile> drafts;

  private Project(Map<String, SourceFile> drafts) {
    this.drafts = Map.copyOf(drafts);
  }

  /// Reads what the paths on the command line stand for.
  static Project load(ProjectFiles files) {
    return load(files, Map.of());
  }

  private static Project load(ProjectFiles files, Map<String, SourceFile> drafts) {
    var project = new Project(drafts);
    files.misnamed().forEach(path -> project.findings.add(misnamed(path)));
    files.connectors().forEach(project::connector);
    files.flows().forEach(project::flow);
    files.parts().forEach(project::part);
    files.scenarios().forEach(project::scenario);
    return project;
  }

  /// The same, with deployments and the flows they put on telephone lines.
  static Project loadAll(ProjectFiles files) {
    return loadAll(files, Map.of());
  }

  /// The same as if some of the files were what these drafts say.
  ///
  /// @param drafts by the path that findings show
  static Project loadAll(ProjectFiles files, Map<String, SourceFile> drafts) {
    var project = load(files, drafts);
    files.deployments().forEach(project::deployment);
    if (project.findings.stream().noneMatch(Diagnostic::isError)) project.cover();
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

  /// What is wrong with the files, without what their authors have said to ignore.
  List<Diagnostic> findings() {
    return ignores().applied(Repeated.once(findings));
  }

  /// Of other findings about the files those that are not to be ignored.
  List<Diagnostic> heeded(List<Diagnostic> others) {
    return ignores().heeded(others);
  }

  private Ignores ignores() {
    return new Ignores(
        sources.values().stream().flatMap(file -> IgnoreComments.of(file).stream()).toList());
  }

  /// The files that were read, as findings show them.
  List<String> files() {
    return List.copyOf(sources.keySet());
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
    var program =
        read(path).flatMap(source -> keep(FlowCompiler.compile(source, catalog, this::named)));
    flows.add(new Flow(path, damaged.isEmpty() ? program : Optional.empty(), files));
    sameName(path, program);
  }

  /// A part that no flow includes is looked at on its own; the others are read with their flows.
  private void part(Path path) {
    if (sources.containsKey(ProjectFiles.shown(path))) return;
    read(path).ifPresent(source -> findings.addAll(FlowParser.checkPart(source)));
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

  private void cover() {
    for (var flow : flows) {
      var own = scenarios.stream().filter(each -> each.flow().equals(flow)).toList();
      source(ProjectFiles.shown(flow.path()))
          .flatMap(file -> Coverage.of(file, own))
          .ifPresent(findings::add);
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
      var switches = new DeployedSwitches(path, file, found);
      findings.addAll(switches.unnamed());
      var source = file.switches().flatMap(name -> keep(switches.read(name, this::text)));
      source.ifPresent(text -> keep(switches.check(text)));
      deployments.add(new Deployed(file, List.copyOf(found), source.flatMap(_ -> switches.path())));
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

  /// A file that a flow names.
  private Optional<Checked<SourceFile>> named(String path) {
    try {
      var file = Path.of(path);
      return Files.isRegularFile(file) ? Optional.of(text(file)) : Optional.empty();
    } catch (InvalidPathException noPathHere) {
      return Optional.empty();
    }
  }

  private Optional<SourceFile> read(Path path) {
    return keep(text(path));
  }

  private Checked<SourceFile> text(Path path) {
    var draft = Optional.ofNullable(drafts.get(ProjectFiles.shown(path)));
    var text =
        draft
            .map(file -> Checked.of(file, List.of()))
            .orElseGet(() -> SourceReader.read(path, ProjectFiles.shown(path)));
    if (text instanceof Checked.Passed<SourceFile>(var file, _)) sources.put(file.path(), file);
    return text;
  }

  private <T> Optional<T> keep(Checked<T> checked) {
    findings.addAll(checked.diagnostics());
    return checked instanceof Checked.Passed<T>(var value, _)
        ? Optional.of(value)
        : Optional.empty();
  }
}
