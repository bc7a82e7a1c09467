package callflow.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a hostile or careless file can't do: take all memory, all time, or the stack.
class BoundsTest {
  private static List<Diagnostic> findings(String text) {
    return assertTimeout(
        Duration.ofSeconds(20), () -> FlowParser.parse(new SourceFile("f", text)).diagnostics());
  }

  @Test
  void a_file_above_512_KiB_is_not_read() {
    String most = "# " + "x".repeat(512 * 1024 - 3) + "\n";

    assertThat(findings(most)).extracting(Diagnostic::rule).containsExactly(Rule.EMPTY_FILE);
    assertThat(findings(most + "\n"))
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.FILE_TOO_LARGE);
  }

  @Test
  void the_bound_counts_bytes_not_characters() {
    assertThat(findings("# " + "é".repeat(300 * 1024)))
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.FILE_TOO_LARGE);
  }

  @Test
  void thirty_two_levels_are_read_and_one_more_is_not() {
    String most = "flow: " + "[".repeat(30) + "a" + "]".repeat(30);
    String more = "flow: " + "[".repeat(31) + "a" + "]".repeat(31);

    assertThat(findings(most)).extracting(Diagnostic::rule).doesNotContain(Rule.YAML_TOO_DEEP);
    assertThat(findings(more)).extracting(Diagnostic::rule).containsExactly(Rule.YAML_TOO_DEEP);
  }

  @Test
  void brackets_without_end_are_stopped_at_the_bound_of_depth() {
    assertThat(findings("[".repeat(500_000)))
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.YAML_TOO_DEEP);
    assertThat(findings("a: {".repeat(100_000)))
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.YAML_TOO_DEEP);
  }

  @Test
  void aliases_that_multiply_are_refused_where_they_stand() {
    String bomb =
        """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        """;

    assertThat(findings(bomb)).filteredOn(each -> each.rule() == Rule.YAML_FEATURE).hasSize(21);
  }

  @Test
  void an_alias_to_itself_is_refused() {
    assertThat(findings("flow: &a [*a]\n"))
        .extracting(Diagnostic::rule)
        .contains(Rule.YAML_FEATURE);
  }

  @Test
  void findings_are_counted_up_to_a_bound() {
    String mistakes = "states:\n" + "  x: { y: 1, z: 2 }\n".repeat(20_000);

    assertThat(findings(mistakes)).hasSize(Findings.MAX_FINDINGS);
  }

  @Test
  void many_broken_states_take_no_more_than_seconds() {
    var text = new StringBuilder("flow: a\nstart: s0\nstates:\n");
    for (int i = 0; i < 15_000; i++) text.append("  s").append(i).append(": { sya: hello }\n");

    assertThat(findings(text.toString())).hasSize(Findings.MAX_FINDINGS);
  }

  @Test
  void a_missing_file_is_a_finding(@TempDir Path folder) {
    Checked<SourceFile> read = SourceReader.read(folder.resolve("no.flow.yaml"), "no.flow.yaml");

    assertThat(read.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.FILE_UNREADABLE);
  }

  @Test
  void a_file_is_read_with_its_text_and_without_its_byte_order_mark(@TempDir Path folder)
      throws java.io.IOException {
    Path file = Files.writeString(folder.resolve("a.flow.yaml"), "\uFEFFflow: é");

    assertThat(SourceReader.read(file, "flows/a.flow.yaml"))
        .isEqualTo(new Checked.Passed<>(new SourceFile("flows/a.flow.yaml", "flow: é"), List.of()));
  }

  @Test
  void a_line_separator_only_yaml_knows_is_refused() {
    assertThat(findings("flow: a\u2028start: b\n"))
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.YAML_SYNTAX);
  }
}
