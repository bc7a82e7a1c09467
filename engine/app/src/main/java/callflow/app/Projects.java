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
      if (files.isEmpty()) throw new ProjectFiles.Unusable(nothing(files, paths.getFirst()));
      return Project.load(files);
    } catch (ProjectFiles.Unusable unusable) {
      throw new ParameterException(spec.commandLine(), unusable.getMessage());
    }
  }

  /// Deployments too.
  static Project loadAll(CommandSpec spec, List<Path> paths) {
    return Project.loadAll(files(spec, paths));
  }

  /// The files of a project that may be of deployments only.
  static ProjectFiles files(CommandSpec spec, List<Path> paths) {
    try {
      var files = ProjectFiles.of(paths);
      if (files.isEmpty() && files.deployments().isEmpty()) {
        throw new ProjectFiles.Unusable(nothing(files, paths.getFirst()));
      }
      return files;
    } catch (ProjectFiles.Unusable unusable) {
      throw new ParameterException(spec.commandLine(), unusable.getMessage());
    }
  }

  private static String nothing(ProjectFiles files, Path named) {
    return files.misnamed().stream()
        .findFirst()
        .map(file ->
            "`"
                + ProjectFiles.shown(file)
                + "` is passed over, for its name ends in `.yml`; name it `"
                + ProjectFiles.rightName(file)
                + "`")
        .orElseGet(() ->
            "there is no flow in `"
                + ProjectFiles.shown(named)
                + "`; a flow's file name ends in `.flow.yaml`");
  }
}
