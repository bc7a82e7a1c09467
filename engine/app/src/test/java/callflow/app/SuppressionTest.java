package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `# ignore RULE: reason`, and the baseline of a project with a past.
class SuppressionTest {
  private static final String HEAD = "flow: example\nstart: hello\n";
  private static final String STATES =
      """
      states:
        hello:
          say: Welcome. Goodbye.
          hangup: done
      """;

  @TempDir Path folder;

  private CommandLineRun check(String middle, String... options) throws IOException {
    Files.writeString(folder.resolve("example.flow.yaml"), HEAD + middle + STATES);
    return again(options);
  }

  private CommandLineRun again(String... options) {
    var arguments = new ArrayList<>(List.of("check", "--strict"));
    arguments.addAll(List.of(options));
    arguments.add(folder.toString());
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void a_finding_is_ignored_by_a_comment_with_a_reason_on_its_line() throws IOException {
    var run =
        check("variables:\n  old: { type: text } # ignore variable-never-used: kept for spring\n");

    assertThat(run.exit()).as(run.out()).isZero();
  }

  @Test
  void a_comment_on_lines_of_its_own_speaks_of_the_next_line() throws IOException {
    var run =
        check(
            """
            variables:
              # ignore variable-never-used: kept for spring

              # (it was used until autumn)
              old: { type: text }
            """);

    assertThat(run.exit()).as(run.out()).isZero();
  }

  @Test
  void it_does_not_speak_of_other_lines() throws IOException {
    var run =
        check(
            """
            variables:
              # ignore variable-never-used: kept for spring
              old: { type: text }
              other: { type: text }
            """);

    assertThat(run.out()).contains("variable `other`").doesNotContain("variable `old`");
  }

  @Test
  void an_error_is_not_ignored_and_the_comment_is_told_so() throws IOException {
    var run = check("titel: Parcels # ignore unknown-key: we like it so\n");

    assertThat(run.out())
        .contains("knows no key `titel`")
        .contains("`unknown-key` is an error, and errors can't be ignored");
  }

  @Test
  void a_rule_that_does_not_exist_is_told_with_the_one_that_may_be_meant() throws IOException {
    var run = check("# ignore variable-never-usd: kept\n");

    assertThat(run.out()).contains("did you mean `variable-never-used`?");
  }

  @Test
  void what_stands_in_a_text_is_no_comment() throws IOException {
    var run = check("persona: |\n  Say this:\n  # ignore long-say: never say it\n");

    assertThat(run.exit()).as(run.out()).isZero();
  }

  @Test
  void a_test_that_leaves_a_reply_unused_can_be_told_to_live_with_it() throws IOException {
    var workplace = Workplace.in(folder);
    var scenario = folder.resolve("silent.scenario.yaml");
    String reply = "connectors:\n  billing.get_balance: [{ reply: { open: \"1.00\" } }]";
    workplace.change(scenario, "steps:", reply + "\nsteps:");
    assertThat(CommandLineRun.of("test", scenario.toString()).err()).contains("[unused-reply]");

    workplace.change(scenario, reply, reply + " # ignore unused-reply: for the next step");

    assertThat(CommandLineRun.of("test", scenario.toString()).err()).isEmpty();
    assertThat(again().exit()).isZero();
  }

  @Test
  void findings_of_the_baseline_do_not_count_and_new_ones_do() throws IOException {
    var baseline = folder.resolve("baseline.txt").toString();
    assertThat(check("variables:\n  old: { type: text }\n").exit()).isEqualTo(Main.FINDINGS);
    assertThat(again("--write-baseline", baseline).exit()).isZero();

    assertThat(again("--baseline", baseline).out()).doesNotContain("variable-never-used");
    assertThat(again("--baseline", baseline).exit()).isZero();

    var moved = "title: Parcels\nvariables:\n  old: { type: text }\n  fresh: { type: text }\n";
    var run = check(moved, "--baseline", baseline);
    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.out()).contains("variable `fresh`").doesNotContain("variable `old`");
  }

  @Test
  void a_baseline_that_is_not_there_is_wrong_usage() throws IOException {
    var run = check("", "--baseline", folder.resolve("none.txt").toString());

    assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("--write-baseline");
  }
}
