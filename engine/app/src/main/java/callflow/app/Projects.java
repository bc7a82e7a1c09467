package callflow.app;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Loads the project that a command's arguments name; a path that can't be used is wrong usage.
final class Projects {
  private Projects() {}

  /// Flows, connectors and scenarios: what is needed to play calls.
  static Project load(CommandSpec spec, List<Path> paths) {
    try {
      var files = ProjectFiles.of(paths);
      if (nothingToPlay(files)) throw new ProjectFiles.Unusable(noFlow(paths));
      return Project.load(files);
    } catch (ProjectFiles.Unusable unusable) {
      throw new ParameterException(spec.commandLine(), unusable.getMessage());
    }
  }

  /// Deployments too.
  static Project loadAll(CommandSpec spec, List<Path> paths) {
    try {
      var files = ProjectFiles.of(paths);
      if (nothingToPlay(files) && files.deployments().isEmpty()) {
        throw new ProjectFiles.Unusable(noFlow(paths));
      }
      return Project.loadAll(files);
    } catch (ProjectFiles.Unusable unusable) {
      throw new ParameterException(spec.commandLine(), unusable.getMessage());
    }
  }

  private static boolean nothingToPlay(ProjectFiles files) {
    return files.flows().isEmpty() && files.connectors().isEmpty() && files.scenarios().isEmpty();
  }

  private static String noFlow(List<Path> paths) {
    return "there is no flow in `"
        + ProjectFiles.shown(paths.getFirst())
        + "`; a flow's file name ends in `.flow.yaml`";
  }
}
