package callflow.app;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.syntax.DeploymentFile.LineDecl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Finds the flow file that a line of a deployment leads to.
final class FlowOfLine {
  /// Names beside a misspelt one that are looked at for what may have been meant.
  private static final int MOST_NEIGHBOURS = 1000;

  private FlowOfLine() {}

  static Checked<Path> find(Path deployment, LineDecl line) {
    try {
      return find(line, deployment.resolveSibling(line.flow().value()).normalize());
    } catch (InvalidPathException noPath) {
      return missing(line, List.of());
    }
  }

  private static Checked<Path> find(LineDecl line, Path path) {
    if (Files.isDirectory(path)) return within(line, ProjectFiles.in(path, ProjectFiles.FLOW));
    if (Files.notExists(path)) return missing(line, neighbours(path));
    return path.toString().endsWith(ProjectFiles.FLOW)
        ? new Checked.Passed<>(path, List.of())
        : failed(line, ", which is no flow", "a flow's file name ends in `.flow.yaml`");
  }

  private static Checked<Path> within(LineDecl line, List<Path> flows) {
    if (flows.size() == 1) return new Checked.Passed<>(flows.getFirst(), List.of());
    if (flows.isEmpty()) {
      return failed(line, ", a folder without a flow", "a flow's file name ends in `.flow.yaml`");
    }
    String folder = line.flow().value().replaceFirst("/+$", "");
    return failed(
        line,
        ", a folder with several flows",
        "name one of them: "
            + flows.stream()
                .map(flow -> "`" + folder + "/" + flow.getFileName() + "`")
                .collect(Collectors.joining(", ")));
  }

  private static Checked<Path> missing(LineDecl line, List<String> neighbours) {
    String written = line.flow().value().replaceFirst("/+$", "");
    int name = written.lastIndexOf('/') + 1;
    var meant =
        Nearest.of(written.substring(name), neighbours).stream()
            .map(near -> written.substring(0, name) + near)
            .toList();
    return new Checked.Failed<>(
        List.of(
            unknown(line, ", but there is no such file or folder")
                .withHint("the path is relative to this file")
                .withSuggestions(meant)));
  }

  private static List<String> neighbours(Path path) {
    try (var beside = Files.list(path.resolveSibling("."))) {
      return beside
          .limit(MOST_NEIGHBOURS)
          .filter(each -> Files.isDirectory(each) || each.toString().endsWith(ProjectFiles.FLOW))
          .map(each -> each.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  /// What is wrong with the language a line wants its calls begun in.
  ///
  /// @param languages those the flow speaks
  static List<Diagnostic> unspoken(LineDecl line, List<String> languages) {
    return line.language().stream()
        .filter(language -> !languages.contains(language.value()))
        .map(language ->
            Diagnostic.of(
                    Rule.UNKNOWN_LANGUAGE,
                    language.span(),
                    "the line `"
                        + line.number().value()
                        + "` begins in `"
                        + language.value()
                        + "`, which its flow does not speak")
                .withHint("add it to `languages` at the top of the flow, or take it out here"))
        .toList();
  }

  private static Checked<Path> failed(LineDecl line, String what, String hint) {
    return new Checked.Failed<>(List.of(unknown(line, what).withHint(hint)));
  }

  private static Diagnostic unknown(LineDecl line, String what) {
    return Diagnostic.of(
        Rule.UNKNOWN_FLOW,
        line.flow().span(),
        "the line `" + line.number().value() + "` leads to `" + line.flow().value() + "`" + what);
  }
}
