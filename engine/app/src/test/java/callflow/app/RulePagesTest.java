package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import callflow.diagnostic.Diagnostic.Severity;
import callflow.diagnostic.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every rule has a page, and its examples do what the page says of them; `docs/diagnostics.md`
/// shows all of them.
///
/// A new rule needs `src/main/resources/callflow/rules/SLUG.md`: a heading, why it matters, and `##
/// Wrong` and `## Right` with an example each (see [RuleExample]). `-Dgolden.update=true` writes
/// the document anew.
class RulePagesTest {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final Path DOCUMENT = Path.of("../../docs/diagnostics.md");
  private static final Path PAGES = Path.of("src/main/resources/callflow/rules");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> the_wrong_example_yields_the_rule_and_no_other() {
    return rules().map(rule -> DynamicTest.dynamicTest(rule.slug(), () -> breaks(rule)));
  }

  @TestFactory
  Stream<DynamicTest> the_right_example_keeps_the_rule() {
    return rules().map(rule -> DynamicTest.dynamicTest(rule.slug(), () -> keeps(rule)));
  }

  @Test
  void no_page_stands_without_its_rule() throws IOException {
    var slugs = rules().map(rule -> rule.slug() + ".md").toList();
    try (var files = Files.list(PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString())).allMatch(slugs::contains);
    }
  }

  @Test
  void the_document_shows_every_rule_with_its_finding_as_it_is_printed() throws IOException {
    String actual = document();
    boolean missing = Files.notExists(DOCUMENT);
    if (missing || UPDATE) Files.writeString(DOCUMENT, actual);
    if (missing) fail("the document was missing and is written now: review " + DOCUMENT);
    assertThat(Files.readString(DOCUMENT)).isEqualTo(actual);
  }

  private static Stream<Rule> rules() {
    return Arrays.stream(Rule.values());
  }

  private static RulePage page(Rule rule) {
    return RulePage.of(rule)
        .orElseThrow(
            () -> new AssertionError("write " + PAGES + "/" + rule.slug() + ".md (see this test)"));
  }

  private RuleExample example(Rule rule, String section) throws IOException {
    return RuleExample.of(Files.createTempDirectory(folder, rule.slug()), section);
  }

  private void breaks(Rule rule) throws IOException {
    var example = example(rule, page(rule).wrong());

    assertThat(example.of(rule)).as(example.shown(example.findings())).isNotEmpty();
    assertThat(example.others(rule)).as(example.shown(example.others(rule))).isEmpty();
  }

  private void keeps(Rule rule) throws IOException {
    var example = example(rule, page(rule).right());

    assertThat(example.of(rule)).as(example.shown(example.of(rule))).isEmpty();
    assertThat(example.others(rule)).as(example.shown(example.others(rule))).isEmpty();
  }

  private String document() throws IOException {
    var text = new StringBuilder(INTRODUCTION);
    var kinds = new LinkedHashMap<String, List<Rule>>();
    kinds.put("Errors", of(Severity.ERROR));
    kinds.put("Warnings", of(Severity.WARNING));
    kinds.put("Notes", of(Severity.NOTE));
    for (var kind : kinds.entrySet()) {
      text.append("\n## ").append(kind.getKey()).append('\n');
      for (Rule rule : kind.getValue()) entry(text, rule);
    }
    return text.toString();
  }

  private static List<Rule> of(Severity severity) {
    return rules()
        .filter(rule -> rule.severity() == severity)
        .sorted(Comparator.comparing(Rule::slug))
        .toList();
  }

  private void entry(StringBuilder text, Rule rule) throws IOException {
    var page = page(rule);
    var example = example(rule, page.wrong());
    text.append("\n### ").append(rule.slug()).append("\n\n**");
    text.append(page.title()).append(".**\n\n").append(page.why()).append("\n\nWrong:\n\n");
    text.append(page.wrong()).append("\n\n```text\n");
    text.append(example.shown(example.of(rule)).stripTrailing()).append("\n```\n\nRight:\n\n");
    text.append(page.right()).append('\n');
  }

  private static final String INTRODUCTION =
      """
      # Diagnostics

      Everything `callflow check` can find, why it matters to a caller, and how to put it right. This page is written by a test from
      the pages that `callflow explain RULE` prints, and every finding on it is what the program says today.

      - An **error** keeps a flow from running. A **warning** does not, and `check --strict` fails on it too. A **note** is worth a
        look.
      - Where an example is a part of a flow, a name, a start and the rest are added below it. The connector `billing` is the one
        of the shipped flow `northwind-billing`.
      """;
}
