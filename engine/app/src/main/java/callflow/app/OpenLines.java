package callflow.app;

import callflow.diagnostic.Diagnostic;
import callflow.engine.call.Switches;
import callflow.runtime.session.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The lines of a deployment with their connectors opened, once for each flow; whoever opens them
/// closes them.
final class OpenLines implements AutoCloseable {
  private final Deployment deployment;
  private final Map<Path, Benches> opened = new LinkedHashMap<>();
  private final Map<Path, Line> lines = new LinkedHashMap<>();

  private OpenLines(Deployment deployment) {
    this.deployment = deployment;
  }

  static OpenLines open(Deployment deployment) {
    var open = new OpenLines(deployment);
    Supplier<Switches> switches =
        deployment.switches().<Supplier<Switches>>map(SwitchFile::new).orElse(() -> Switches.NONE);
    for (var line : deployment.lines()) {
      if (open.opened.containsKey(line.flow())) continue;
      var benches = Benches.open(line.connectors());
      open.opened.put(line.flow(), benches);
      open.lines.put(line.flow(), Line.of(line.program(), benches.connectors()).with(switches));
    }
    return open;
  }

  /// What kept connectors from being opened.
  List<Diagnostic> findings() {
    var all = new ArrayList<Diagnostic>();
    opened.values().forEach(benches -> all.addAll(benches.findings()));
    return List.copyOf(all);
  }

  Optional<Line> line(String dialled) {
    return deployment
        .line(dialled)
        .flatMap(line ->
            Optional.ofNullable(lines.get(line.flow())).map(open -> open.in(line.language())));
  }

  @Override
  public void close() {
    opened.values().forEach(Benches::close);
  }
}
