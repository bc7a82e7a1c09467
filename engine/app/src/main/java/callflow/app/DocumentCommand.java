package callflow.app;

import callflow.book.Book;
import callflow.diagnostic.Ignore;
import callflow.parse.IgnoreComments;
import callflow.syntax.ConnectorFile;
import callflow.syntax.ConnectorFile.Backend;
import callflow.value.ConnectorName;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `callflow document`: the reviewer's book of a flow, one page of HTML.
@Command(
    name = "document",
    description = "Writes the reviewer's book of a flow: all that callers may hear and be asked.",
    mixinStandardHelpOptions = true)
final class DocumentCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FLOW", description = "A flow's folder, or a file ending in .flow.yaml.")
  private Path path;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it; to the terminal unless you say so.")
  private Optional<Path> output = Optional.empty();

  @Override
  public Integer call() {
    var project = Projects.load(spec, List.of(path));
    var flow = OneFlow.in(spec, path, project);
    if (flow.program().isEmpty()) {
      return OneFlow.refuse(spec, project, project.findings(), "documented");
    }
    var book =
        new Book(
            flow.program().get(),
            Titles.of(project, flow),
            places(flow.connectors()),
            ignored(project));
    return Written.to(spec, output, book.html());
  }

  /// Where each connector's data goes; the nearest of one name counts.
  private static Map<ConnectorName, String> places(List<ConnectorFile> connectors) {
    var places = new LinkedHashMap<ConnectorName, String>();
    for (ConnectorFile connector : connectors) {
      places.putIfAbsent(connector.name().value(), place(connector.backend()));
    }
    return places;
  }

  private static String place(Backend backend) {
    return switch (backend) {
      case Backend.Http http -> "a web service at " + http.baseUrl().value();
      case Backend.Sql sql -> "a database at " + sql.url().value();
    };
  }

  private static List<Ignore> ignored(Project project) {
    return project.files().stream()
        .flatMap(file -> project.source(file).stream())
        .flatMap(file -> IgnoreComments.of(file).stream())
        .toList();
  }
}
