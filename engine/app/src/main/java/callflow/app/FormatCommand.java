package callflow.app;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.TextRenderer;
import callflow.parse.FlowTidying;
import callflow.parse.SourceReader;
import callflow.source.SourceFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `callflow format`: flow files in the order of the manual, so that two of them are easily
/// compared.
@Command(
    name = "format",
    description = "Puts flow files in order, without changing what they say.",
    mixinStandardHelpOptions = true)
final class FormatCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Folders, or files ending in .flow.yaml or .flow-part.yaml.")
  private List<Path> paths;

  @Option(names = "--check", description = "Change nothing; fail when a file is not in order.")
  private boolean check;

  private int untidy;
  private int left;

  @Override
  public Integer call() {
    for (Path path : flows()) format(path);
    spec.commandLine().getOut().flush();
    return left > 0 || (check && untidy > 0) ? Main.FINDINGS : Main.FINE;
  }

  private List<Path> flows() {
    try {
      var files = ProjectFiles.of(paths);
      var flows = Stream.concat(files.flows().stream(), files.parts().stream()).toList();
      if (flows.isEmpty()) {
        throw new ProjectFiles.Unusable(
            "there is no flow in `"
                + ProjectFiles.shown(paths.getFirst())
                + "`; a flow's file name ends in `.flow.yaml`");
      }
      return flows;
    } catch (ProjectFiles.Unusable unusable) {
      throw new ParameterException(spec.commandLine(), unusable.getMessage());
    }
  }

  private void format(Path path) {
    switch (SourceReader.read(path, ProjectFiles.shown(path))) {
      case Checked.Passed<SourceFile>(var file, _) -> format(path, file);
      case Checked.Failed<SourceFile>(var findings) -> leave(path, Optional.empty(), findings);
    }
  }

  private void format(Path path, SourceFile file) {
    var tidied = FlowTidying.tidy(file);
    var out = spec.commandLine().getOut();
    String shown = ProjectFiles.shown(path);
    if (tidied.text().isEmpty()) {
      leave(path, Optional.of(file), tidied.findings());
    } else if (tidied.text().get().equals(file.text())) {
      out.println(shown + " is in order");
    } else if (check) {
      untidy++;
      out.println(shown + " is not in order; `callflow format " + shown + "` puts it right");
    } else {
      Written.write(spec, path, tidied.text().get());
      out.println(shown + " put in order");
    }
  }

  /// A file that can't be read surely is better left to its author.
  private void leave(Path path, Optional<SourceFile> file, List<Diagnostic> errors) {
    left++;
    PrintWriter err = spec.commandLine().getErr();
    String shown = ProjectFiles.shown(path);
    err.print(new TextRenderer(_ -> file, Terminals.colour()).render(errors));
    err.println(
        errors.isEmpty()
            ? shown + " is left as it is: it is written in a way in which its lines can't be moved"
            : shown
                + " is left as it is: mend "
                + Summary.counted(errors.size(), "error")
                + " first");
    err.flush();
  }
}
