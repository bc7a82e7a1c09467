package callflow.app;

import callflow.parse.FlowParser;
import callflow.source.Located;

/// What a flow is called before people.
final class Titles {
  private Titles() {}

  /// The words after `title:`, else the flow's name.
  static String of(Project project, Project.Flow flow) {
    return project
        .source(ProjectFiles.shown(flow.path()))
        .flatMap(source -> FlowParser.parse(source).value())
        .flatMap(file -> file.title().map(Located::value))
        .orElseGet(() -> flow.program().map(it -> it.name().value()).orElse(""));
  }
}
