package callflow.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.compile.FlowCompiler;
import callflow.connector.pack.PackCatalog;
import callflow.diagnostic.Checked;
import callflow.diagnostic.TextRenderer;
import callflow.parse.ConnectorParser;
import callflow.parse.ScenarioParser;
import callflow.program.Program;
import callflow.source.SourceFile;
import callflow.syntax.ConnectorFile;
import callflow.syntax.ScenarioFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The billing line that is shipped with the project, compiled for tests.
public final class Northwind {
  public static final Path FOLDER = Path.of("../../flows/northwind-billing");

  private static final List<ConnectorFile> CONNECTORS =
      List.of(connector(read(FOLDER.resolve("billing.connector.yaml"))));
  private static final Program PROGRAM = compile();

  private Northwind() {}

  public static Program program() {
    return PROGRAM;
  }

  public static List<ConnectorFile> connectors() {
    return CONNECTORS;
  }

  /// A scenario written in a test; its lines are counted from 1.
  public static ScenarioFile scenario(String text) {
    return scenario(new SourceFile("test.scenario.yaml", text));
  }

  public static ScenarioFile scenario(SourceFile source) {
    return whole(ScenarioParser.parse(source).whole(), source);
  }

  public static ScenarioResult run(ScenarioFile scenario) {
    return new ScenarioRunner(PROGRAM, CONNECTORS).run(scenario);
  }

  public static SourceFile read(Path file) {
    try {
      return new SourceFile(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Another flow over the same connector, written in a test.
  public static Program flow(String text) {
    return compile(new SourceFile("test.flow.yaml", text));
  }

  private static Program compile() {
    return compile(read(FOLDER.resolve("northwind-billing.flow.yaml")));
  }

  private static Program compile(SourceFile source) {
    return whole(FlowCompiler.compile(source, new PackCatalog(CONNECTORS, List.of())), source);
  }

  private static ConnectorFile connector(SourceFile source) {
    return whole(ConnectorParser.parse(source).whole(), source);
  }

  private static <T> T whole(Checked<T> checked, SourceFile source) {
    return switch (checked) {
      case Checked.Passed<T>(var value, _) -> value;
      case Checked.Failed<T>(var findings) ->
          throw new AssertionError(
              new TextRenderer(_ -> Optional.of(source), false).render(findings));
    };
  }

  static void passes(ScenarioFile scenario) {
    assertThat(run(scenario).failure()).isEmpty();
  }
}
