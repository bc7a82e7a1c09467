package callflow.app;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.TextRenderer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The one flow that a command is about.
final class OneFlow {
  private OneFlow() {}

  /// The only flow a path stands for; more or less than one is wrong usage.
  static Project.Flow in(CommandSpec spec, Path path, Project project) {
    var flows = project.flows();
    if (flows.size() == 1) return flows.getFirst();
    String shown = ProjectFiles.shown(path);
    throw new ParameterException(
        spec.commandLine(),
        flows.isEmpty()
            ? "there is no flow in `" + shown + "`; a flow's file name ends in `.flow.yaml`"
            : "there are several flows in `"
                + shown
                + "`; name one of them: "
                + flows.stream()
                    .map(flow -> ProjectFiles.shown(flow.path()))
                    .collect(Collectors.joining(", ")));
  }

  /// Says which errors keep a flow from being used.
  ///
  /// @param done what can't be done before they are mended, as in "talked to"
  static int refuse(CommandSpec spec, Project project, List<Diagnostic> findings, String done) {
    var err = spec.commandLine().getErr();
    var errors = findings.stream().filter(Diagnostic::isError).toList();
    err.print(new TextRenderer(project::source, Terminals.colour()).render(errors));
    err.println();
    err.println(
        "The flow can't be "
            + done
            + " before "
            + Summary.counted(errors.size(), "error")
            + (errors.size() == 1 ? " is" : " are")
            + " mended.");
    err.flush();
    return Main.FINDINGS;
  }
}
