package callflow.app;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.engine.call.Switches;
import callflow.parse.SourceReader;
import callflow.parse.SwitchesParser;
import callflow.simulator.scenario.SwitchPositions;
import callflow.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file in which switches stand, read anew for each call.
///
/// People change it while calls come in; as long as it makes no sense, the last reading that did
/// counts, and the log says so.
final class SwitchFile implements Supplier<Switches> {
  private static final Logger LOG = LoggerFactory.getLogger(SwitchFile.class);

  private final Path path;
  private volatile Switches last = Switches.NONE;

  SwitchFile(Path path) {
    this.path = path;
  }

  @Override
  public Switches get() {
    switch (SourceReader.read(path, ProjectFiles.shown(path))) {
      case Checked.Passed<SourceFile>(var source, _) -> {
        var parsed = SwitchesParser.parse(source);
        boolean sound = parsed.diagnostics().stream().noneMatch(Diagnostic::isError);
        if (sound && parsed.value().isPresent()) last = SwitchPositions.of(parsed.value().get());
        else complain(parsed.diagnostics());
      }
      case Checked.Failed<SourceFile>(var findings) -> complain(findings);
    }
    return last;
  }

  private void complain(List<Diagnostic> findings) {
    String why =
        findings.stream()
            .findFirst()
            .map(found -> "line " + found.span().startLine() + ": " + found.message())
            .orElse("it is empty");
    LOG.warn("{} can't be used, and the switches stay as they were: {}", path, why);
  }
}
