package callflow.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.TextRenderer;
import callflow.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What authors read when a file has the wrong shape, word for word.
///
/// A missing expectation is written and the test fails still; `-Dgolden.update=true` writes all of
/// them anew.
class ShapeGoldensTest {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @TestFactory
  Stream<DynamicTest> a_badly_shaped_file_is_answered_as_expected() {
    return Sources.in("shape").stream()
        .filter(file -> file.toString().endsWith(".yaml"))
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
  }

  @TestFactory
  Stream<DynamicTest> a_well_shaped_file_is_read_without_a_word() {
    return Sources.in("ok").stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> assertThat(rendered(file)).isEmpty()));
  }

  @Test
  void no_expectation_stands_without_its_input() {
    List<String> inputs = Sources.in("shape").stream().map(ShapeGoldensTest::stem).toList();
    assertThat(Sources.in("shape"))
        .filteredOn(file -> file.toString().endsWith(".expected"))
        .allSatisfy(
            file -> assertThat(inputs).filteredOn(stem -> stem.equals(stem(file))).hasSize(2));
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceAll("[.].*", "");
  }

  private static void compare(Path file) throws IOException {
    Path golden = file.resolveSibling(stem(file) + ".expected");
    String actual = rendered(file);
    assertThat(actual).isNotEmpty();
    boolean missing = Files.notExists(golden);
    if (missing || UPDATE) Files.writeString(golden, actual);
    if (missing) fail("the expectation was missing and is written now: review " + golden);
    assertThat(actual).isEqualTo(Files.readString(golden));
  }

  private static String rendered(Path file) throws IOException {
    String name = file.getFileName().toString();
    return switch (SourceReader.decode(name, Files.readAllBytes(file))) {
      case Checked.Failed<SourceFile>(var findings) ->
          new TextRenderer(_ -> Optional.empty(), false).render(findings);
      case Checked.Passed<SourceFile>(var source, _) ->
          new TextRenderer(_ -> Optional.of(source), false).render(findings(source));
    };
  }

  static List<Diagnostic> findings(SourceFile source) {
    if (source.path().endsWith(".connector.yaml")) {
      return ConnectorParser.parse(source).diagnostics();
    }
    if (source.path().endsWith(".scenario.yaml")) return ScenarioParser.parse(source).diagnostics();
    if (source.path().endsWith(".callflow.yaml")) {
      return DeploymentParser.parse(source).diagnostics();
    }
    return FlowParser.parse(source).diagnostics();
  }
}
