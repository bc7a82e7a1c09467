package callflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import callflow.compile.FlowCompiler;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.diagnostic.TextRenderer;
import callflow.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What authors read about a flow that is well written and wrong, word for word; and that the same
/// flow, put right, is let through.
///
/// A missing expectation is written and the test fails still; `-Dgolden.update=true` writes all of
/// them anew.
class FlowGoldensTest {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final String FLOW = ".flow.yaml";

  /// The rules about flows that are not about the shape of their file.
  private static final Set<Rule> RULES =
      EnumSet.of(
          Rule.UNKNOWN_STATE,
          Rule.UNKNOWN_TOOL,
          Rule.UNKNOWN_CONNECTOR,
          Rule.UNKNOWN_OPERATION,
          Rule.UNKNOWN_VARIABLE,
          Rule.UNKNOWN_TRANSFER,
          Rule.UNKNOWN_SCHEDULE,
          Rule.UNKNOWN_SWITCH,
          Rule.UNKNOWN_FUNCTION,
          Rule.UNKNOWN_EVENT,
          Rule.UNKNOWN_FIELD,
          Rule.RESERVED_NAME,
          Rule.CLASHING_NAMES,
          Rule.UNKNOWN_LANGUAGE,
          Rule.MISSING_LANGUAGE,
          Rule.CLASHING_LANGUAGE,
          Rule.BAD_RANGE,
          Rule.BAD_INITIAL,
          Rule.EXPRESSION_TYPE,
          Rule.POSSIBLY_UNSET,
          Rule.LOOKS_LIKE_A_HOLE,
          Rule.VARIABLE_NEVER_USED,
          Rule.UNKNOWN_ARGUMENT,
          Rule.MISSING_ARGUMENT,
          Rule.ARGUMENT_TYPE,
          Rule.EFFECT_MISMATCH,
          Rule.MISSING_CONFIRM,
          Rule.UNHANDLED_TOOL_OUTCOME,
          Rule.TOOL_NEVER_USED,
          Rule.AFTER_CALL_TOOL,
          Rule.NO_EFFECT_AFTER_CALL,
          Rule.TELL_WITHOUT_EFFECT,
          Rule.UNREACHABLE_STATE,
          Rule.NO_WAY_OUT,
          Rule.MISSING_DEFAULT,
          Rule.DEAD_BRANCH,
          Rule.SILENT_LOOP,
          Rule.MIXED_STATE,
          Rule.EMPTY_STATE,
          Rule.NO_SILENCE_HANDLING,
          Rule.SILENCE_LADDER_OPEN,
          Rule.NO_MATCH_LADDER_OPEN,
          Rule.RESUME_WITHOUT_DETOUR,
          Rule.DETOUR_WITHOUT_RESUME,
          Rule.BAD_LIMIT,
          Rule.OUTCOME_UNUSED,
          Rule.NO_DISCLOSURE,
          Rule.RECORDING_WITHOUT_NOTICE,
          Rule.NEVER_REFUSED,
          Rule.UNSAFE_RETRY,
          Rule.OFFER_WITHOUT_EFFECT,
          Rule.MASKED_REPORT,
          Rule.UNHANDLED_EXHAUSTED,
          Rule.LONG_MUST_HEAR,
          Rule.BARGE_IN_WITHOUT_SAY,
          Rule.BAD_KEY,
          Rule.DUPLICATE_DTMF,
          Rule.KEY_CLASH,
          Rule.KEYPAD_TYPE,
          Rule.SECRET_WITHOUT_KEYPAD,
          Rule.UNHANDLED_TRANSFER_OUTCOME,
          Rule.SCHEDULE_OVERLAP,
          Rule.MIXED_TRANSFER,
          Rule.UNKNOWN_DESTINATION,
          Rule.POLICY_NOT_PROVED,
          Rule.SECRET_TO_MODEL,
          Rule.SPOKEN_SENSITIVE);

  @TestFactory
  Stream<DynamicTest> a_wrong_flow_is_answered_as_expected() {
    return flows("check").map(file -> DynamicTest.dynamicTest(stem(file), () -> compare(file)));
  }

  @TestFactory
  Stream<DynamicTest> a_flow_put_right_gives_no_more_than_notes() {
    return flows("ok").map(file -> DynamicTest.dynamicTest(stem(file), () -> passes(file)));
  }

  @TestFactory
  Stream<DynamicTest> every_rule_has_a_flow_that_breaks_it_and_one_that_keeps_it() {
    return RULES.stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.slug(),
                () -> {
                  var breaking = RESOURCES.resolve("check/" + rule.slug() + FLOW);
                  assertThat(findings(breaking)).extracting(Diagnostic::rule).contains(rule);
                  assertThat(RESOURCES.resolve("ok/" + rule.slug() + FLOW)).exists();
                }));
  }

  @TestFactory
  Stream<DynamicTest> a_first_mistake_gives_exactly_one_finding() {
    return flows("check")
        .filter(file -> stem(file).startsWith("first-mistake"))
        .map(file ->
            DynamicTest.dynamicTest(stem(file), () -> assertThat(findings(file)).hasSize(1)));
  }

  @Test
  void no_expectation_stands_without_its_flow() throws IOException {
    try (var files = Files.list(RESOURCES.resolve("check"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".expected")))
          .allSatisfy(file -> assertThat(file.resolveSibling(stem(file) + FLOW)).exists());
    }
  }

  private static void compare(Path file) throws IOException {
    Path golden = file.resolveSibling(stem(file) + ".expected");
    var source = source(file);
    String actual = new TextRenderer(_ -> Optional.of(source), false).render(findings(file));
    assertThat(actual).isNotEmpty();
    boolean missing = Files.notExists(golden);
    if (missing || UPDATE) Files.writeString(golden, actual);
    if (missing) fail("the expectation was missing and is written now: review " + golden);
    assertThat(actual).isEqualTo(Files.readString(golden));
  }

  private static void passes(Path file) {
    var findings = findings(file);
    assertThat(findings).filteredOn(it -> it.severity() != Diagnostic.Severity.NOTE).isEmpty();
    var own = Arrays.stream(Rule.values()).filter(rule -> rule.slug().equals(stem(file)));
    own.forEach(rule -> assertThat(findings).extracting(Diagnostic::rule).doesNotContain(rule));
  }

  private static List<Diagnostic> findings(Path file) {
    return FlowCompiler.compile(source(file), BillingCatalog.standard()).diagnostics();
  }

  private static SourceFile source(Path file) {
    try {
      return new SourceFile(file.getFileName().toString(), Files.readString(file));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static Stream<Path> flows(String folder) {
    try (var files = Files.list(RESOURCES.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(FLOW)).sorted().toList().stream();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceAll("[.].*", "");
  }
}
