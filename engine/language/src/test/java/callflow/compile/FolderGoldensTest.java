package callflow.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import callflow.check.BillingCatalog;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.diagnostic.TextRenderer;
import callflow.parse.Library;
import callflow.parse.SourceReader;
import callflow.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What authors read about flows that consist of several files, word for word: each folder holds a
/// `main.flow.yaml` with what it names.
///
/// A missing expectation is written and the test fails still; `-Dgolden.update=true` writes all of
/// them anew.
class FolderGoldensTest {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final Path FOLDERS = Path.of("src/test/resources/folders");

  private static final Set<Rule> RULES =
      EnumSet.of(
          Rule.UNKNOWN_PART,
          Rule.CIRCULAR_INCLUDE,
          Rule.DECLARED_TWICE,
          Rule.UNKNOWN_SUB_FLOW,
          Rule.CIRCULAR_SUB_FLOW,
          Rule.UNKNOWN_INPUT,
          Rule.MISSING_INPUT,
          Rule.UNKNOWN_OUTPUT,
          Rule.NEVER_RETURNS);

  @TestFactory
  Stream<DynamicTest> a_wrong_folder_is_answered_as_expected() {
    return in("wrong").map(folder -> DynamicTest.dynamicTest(name(folder), () -> compare(folder)));
  }

  @TestFactory
  Stream<DynamicTest> a_folder_put_right_gives_no_more_than_notes() {
    return in("right")
        .map(folder ->
            DynamicTest.dynamicTest(
                name(folder),
                () ->
                    assertThat(findings(folder))
                        .filteredOn(it -> it.severity() != Diagnostic.Severity.NOTE)
                        .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> every_rule_has_a_folder_that_breaks_it_and_one_that_keeps_it() {
    return RULES.stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.slug(),
                () -> {
                  var breaking = FOLDERS.resolve("wrong").resolve(rule.slug());
                  assertThat(findings(breaking)).extracting(Diagnostic::rule).contains(rule);
                  assertThat(FOLDERS.resolve("right").resolve(rule.slug())).exists();
                }));
  }

  private static void compare(Path folder) throws IOException {
    Path golden = folder.resolve("expected");
    String actual =
        new TextRenderer(file -> Optional.of(source(folder, file)), false).render(findings(folder));
    assertThat(actual).isNotEmpty();
    boolean missing = Files.notExists(golden);
    if (missing || UPDATE) Files.writeString(golden, actual);
    if (missing) fail("the expectation was missing and is written now: review " + golden);
    assertThat(actual).isEqualTo(Files.readString(golden));
  }

  private static List<Diagnostic> findings(Path folder) {
    Library library =
        path ->
            Files.isRegularFile(folder.resolve(path))
                ? Optional.of(SourceReader.read(folder.resolve(path), path))
                : Optional.empty();
    return FlowCompiler.compile(
            source(folder, "main.flow.yaml"), BillingCatalog.standard(), library)
        .diagnostics();
  }

  private static SourceFile source(Path folder, String file) {
    try {
      return new SourceFile(file, Files.readString(folder.resolve(file)));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static Stream<Path> in(String folder) {
    try (var folders = Files.list(FOLDERS.resolve(folder))) {
      return folders.sorted().toList().stream();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }
}
