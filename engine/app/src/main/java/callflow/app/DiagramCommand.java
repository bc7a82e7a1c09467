package callflow.app;

import callflow.drawing.Diagram;
import callflow.graph.FlowGraph;
import callflow.graph.Mermaid;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `callflow diagram`: the states of a flow and the ways between them, as a picture.
@Command(
    name = "diagram",
    description = "Draws a flow, as a picture for browsers and paper or as Mermaid text.",
    mixinStandardHelpOptions = true)
final class DiagramCommand implements Callable<Integer> {
  enum Format {
    SVG,
    MERMAID
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FLOW", description = "A flow's folder, or a file ending in .flow.yaml.")
  private Path path;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it; to the terminal unless you say so.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "svg|mermaid",
      description = "svg unless you say otherwise.")
  private Format format = Format.SVG;

  @Override
  public Integer call() {
    var project = Projects.load(spec, List.of(path));
    var flow = OneFlow.in(spec, path, project);
    if (flow.program().isEmpty()) {
      return OneFlow.refuse(spec, project, project.findings(), "drawn");
    }
    var graph = FlowGraph.of(flow.program().get());
    String text =
        switch (format) {
          case SVG -> Diagram.of(graph, Titles.of(project, flow)).svg();
          case MERMAID -> Mermaid.of(graph);
        };
    return Written.to(spec, output, text);
  }
}
