package callflow.app;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Loads the project that a command's arguments name; a path that can't be used is wrong usage.
final class Projects {
  private Projects() {}

  static Project load(CommandSpec spec, List<Path> paths) {
    try {
      var files = ProjectFiles.of(paths);
      if (files.flows().isEmpty() && files.connectors().isEmpty() && files.scenarios().isEmpty()) {
        throw new ProjectFiles.Unusable(
            "there is no flow in `"
                + ProjectFiles.shown(paths.getFirst())
                + "`; a flow's file name ends in `.flow.yaml`");
      }
      return Project.load(files);
    } catch (ProjectFiles.Unusable unusable) {
      throw new ParameterException(spec.commandLine(), unusable.getMessage());
    }
  }
}
