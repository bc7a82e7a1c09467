package callflow.app;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Diagnostic.Severity;
import callflow.diagnostic.JsonRenderer;
import callflow.diagnostic.SarifRenderer;
import callflow.diagnostic.TextRenderer;
import callflow.parse.Pointers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `callflow check`: everything that is wrong with flows, connectors, scenarios and deployments, at
/// its place.
@Command(
    name = "check",
    description = "Says what is wrong with flow files, and where.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON,
    SARIF
  }

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Folders, or files ending in .flow.yaml, .connector.yaml, .scenario.yaml, or called"
              + " callflow.yaml.")
  private List<Path> paths;

  @Option(
      names = "--format",
      paramLabel = "text|json|sarif",
      description = "How findings are written; text unless you say otherwise.")
  private Format format = Format.TEXT;

  @Option(names = "--strict", description = "Fail on warnings too.")
  private boolean strict;

  @Override
  public Integer call() {
    var project = Projects.loadAll(spec, paths);
    var findings = project.findings();
    var out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> text(out, project, findings);
      case JSON -> out.print(new JsonRenderer(Pointers.in(project::source)).render(findings));
      case SARIF -> out.print(SarifRenderer.render(findings));
    }
    out.flush();
    return failed(findings) ? Main.FINDINGS : Main.FINE;
  }

  private boolean failed(List<Diagnostic> findings) {
    return findings.stream()
        .anyMatch(
            finding -> finding.isError() || (strict && finding.severity() == Severity.WARNING));
  }

  private void text(PrintWriter out, Project project, List<Diagnostic> findings) {
    out.print(new TextRenderer(project::source, Terminals.colour()).render(findings));
    if (!findings.isEmpty()) out.println();
    out.println(Summary.of(project, findings));
  }
}
