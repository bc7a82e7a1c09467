package callflow.app;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.parse.SwitchesParser;
import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.source.Span;
import callflow.syntax.DeploymentFile;
import callflow.syntax.SwitchesFile;
import callflow.value.SwitchName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Whether the switches that the flows of a deployment look at stand in its file of switches.
final class DeployedSwitches {
  private final Path deployment;
  private final DeploymentFile file;
  private final List<Project.Flow> flows;

  /// @param flows one for each line, in their order, unless there is a finding about it
  DeployedSwitches(Path deployment, DeploymentFile file, List<Project.Flow> flows) {
    this.deployment = deployment;
    this.file = file;
    this.flows = List.copyOf(flows);
  }

  /// Where the switches stand.
  Optional<Path> path() {
    try {
      return file.switches().map(name -> deployment.resolveSibling(name.value()).normalize());
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /// The text of the file that the deployment names.
  ///
  /// @param files what stands in a file
  Checked<SourceFile> read(Located<String> name, Function<Path, Checked<SourceFile>> files) {
    if (path().isPresent()) {
      var read = files.apply(path().get());
      if (read instanceof Checked.Passed<SourceFile>) return read;
    }
    return new Checked.Failed<>(
        List.of(
            Diagnostic.of(
                    Rule.FILE_UNREADABLE,
                    name.span(),
                    "the switches stand in `" + name.value() + "`, which can't be read")
                .withHint("the path is relative to this file")));
  }

  /// What is wrong with the file of switches, and which switches of the flows it lacks.
  Checked<SwitchesFile> check(SourceFile source) {
    var parsed = SwitchesParser.parse(source);
    var findings = new ArrayList<>(parsed.diagnostics());
    if (findings.isEmpty()) findings.addAll(missing(parsed.value().orElse(SwitchesFile.NONE)));
    return parsed.value().isEmpty() || findings.stream().anyMatch(Diagnostic::isError)
        ? new Checked.Failed<>(findings)
        : new Checked.Passed<>(parsed.value().get(), findings);
  }

  private List<Diagnostic> missing(SwitchesFile there) {
    Set<SwitchName> known =
        there.positions().stream()
            .map(position -> position.name().value())
            .collect(Collectors.toSet());
    Span span = file.switches().map(Located::span).orElseThrow();
    return flows.stream()
        .flatMap(flow -> flow.program().stream())
        .flatMap(program ->
            program.switches().stream()
                .filter(name -> !known.contains(name))
                .map(name ->
                    Diagnostic.of(
                            Rule.MISSING_SWITCH,
                            span,
                            "the flow `%s` looks at the switch `%s`, which does not stand there"
                                .formatted(program.name(), name))
                        .withHint("write `" + name + ": off` into it")))
        .toList();
  }

  /// Lines whose flows look at switches, in a deployment that has no file of them.
  List<Diagnostic> unnamed() {
    boolean named = file.switches().isPresent();
    if (named || flows.size() != file.lines().size()) return List.of();
    return IntStream.range(0, flows.size())
        .boxed()
        .flatMap(i ->
            flows.get(i).program().stream()
                .filter(program -> !program.switches().isEmpty())
                .map(program ->
                    Diagnostic.of(
                            Rule.MISSING_SWITCH,
                            file.lines().get(i).flow().span(),
                            "the flow `%s` looks at the switch `%s`, but no file says where it stands"
                                .formatted(program.name(), program.switches().getFirst()))
                        .withHint(
                            "add `switches: switches.yaml`, and write `%s: off` into that file"
                                .formatted(program.switches().getFirst()))))
        .toList();
  }
}
