package callflow.app;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `callflow check`: everything that is wrong with flows, connectors, scenarios and deployments, at
/// its place; and with `--fix` what can only have been meant in one way, put right.
@Command(
    name = "check",
    description = "Says what is wrong with flow files, and where.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
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
      paramLabel = "text|json|jsonl|sarif|github|junit",
      description = "How findings are written; text unless you say otherwise.")
  private Format format = Format.TEXT;

  @Option(names = "--strict", description = "Fail on warnings too.")
  private boolean strict;

  @Option(
      names = "--fix",
      description = "Put right what can only have been meant in one way, and say what was changed.")
  private boolean fix;

  @Option(names = "--dry-run", description = "With --fix: show the changes and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Show and count only findings that are not in this file.")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write the findings of today to this file, for --baseline.")
  private Optional<Path> writeBaseline = Optional.empty();

  @Override
  public Integer call() {
    if (dryRun && !fix) wrong("`--dry-run` shows what `--fix` would do; write both");
    if (fix) return mend();
    return report(Project.loadAll(Projects.files(spec, paths)));
  }

  private int report(Project project) {
    var out = spec.commandLine().getOut();
    if (writeBaseline.isPresent()) {
      writing(() -> Baseline.write(writeBaseline.get(), project.findings()));
      int count = project.findings().size();
      out.println("wrote " + Summary.counted(count, "finding") + " to " + writeBaseline.get());
      out.flush();
      return Main.FINE;
    }
    var findings = fresh(project.findings());
    out.print(format.render(project, findings));
    out.flush();
    return failed(findings) ? Main.FINDINGS : Main.FINE;
  }

  private List<Diagnostic> fresh(List<Diagnostic> findings) {
    if (baseline.isEmpty()) return findings;
    try {
      return Baseline.read(baseline.get()).without(findings);
    } catch (IOException unreadable) {
      throw new ParameterException(
          spec.commandLine(),
          "the baseline `"
              + ProjectFiles.shown(baseline.get())
              + "` can't be read; write it with `--write-baseline`");
    }
  }

  private int mend() {
    var mending = Mending.of(Projects.files(spec, paths));
    var out = spec.commandLine().getOut();
    if (dryRun) {
      out.print(mending.diff());
      out.println(mending.summary("would change"));
      out.flush();
      return failed(fresh(mending.project().findings())) ? Main.FINDINGS : Main.FINE;
    }
    writing(() -> MendedFiles.write(mending.drafts().values()));
    if (format == Format.TEXT) {
      mending.told().forEach(out::println);
      out.println(mending.summary("changed"));
      out.println();
    }
    return report(mending.mended());
  }

  /// Something that ends in a file, which may not let itself be written.
  private interface Writing {
    void run() throws IOException;
  }

  private void writing(Writing writing) {
    try {
      writing.run();
    } catch (IOException refused) {
      wrong(
          "a file can't be written: "
              + refused.getMessage()
              + "; look whether its folder is there and whether you may write to it");
    }
  }

  private void wrong(String sentence) {
    throw new ParameterException(spec.commandLine(), sentence);
  }

  private boolean failed(List<Diagnostic> findings) {
    return findings.stream()
        .anyMatch(
            finding -> finding.isError() || (strict && finding.severity() == Severity.WARNING));
  }
}
