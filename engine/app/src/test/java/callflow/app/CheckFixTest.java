package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `check --fix`: what can only have been meant in one way is put right in the file.
class CheckFixTest {
  private static final String FLOW =
      """
      flow: example   # a comment that stays
      start: ask
      variables:
        account: { type: digits, length: 8 }
        urgent:  { type: boolean, initial: no, sensitive: no }
      transfers:
        team: { to: "+4930123456" }
      states:

        ask:
          prompt: Ask for the account number.
          collect:
            account: { attempts: 3, dtmf: true }
          next:
            - if: urgent
              goto: desk
            - goto: bye
          on: { attempts_exhausted: bye }
        desk:
          transfer: team
          on: { busy: bye, no_answer: bye, declined: bye, voicemail: bye, failed: bye }
        bye:
          say: Goodbye.
          hangup: done
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void a_flow() throws IOException {
    file = Files.writeString(folder.resolve("example.flow.yaml"), FLOW);
    assertThat(check().exit()).as(check().out()).isZero();
  }

  private CommandLineRun check(String... options) {
    var arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(List.of(options));
    arguments.add(folder.toString());
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private void write(String right, String wrong) throws IOException {
    assertThat(FLOW).contains(right);
    Files.writeString(file, FLOW.replace(right, wrong));
    assertThat(check().exit()).isEqualTo(Main.FINDINGS);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          goto: desk|goto: deks
          start: ask|strat: ask
          type: digits|type: digit
          no_answer: bye|no_anser: bye
          "+4930123456"|"+49 30 123456"
          sensitive: no|sensitive: nein
          attempts: 3|attempts:3
          - goto: bye|-goto: bye
          goto: desk|goto:desk
          """)
  void a_slip_is_put_right_and_nothing_else_changes(String right, String wrong) throws IOException {
    write(right, wrong);

    var run = check("--fix");

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).contains("changed 1 place in 1 file");
    assertThat(file).hasContent(FLOW);
  }

  @Test
  void a_sentence_that_is_cut_gets_quotes() throws IOException {
    write("busy: bye,", "busy: { say: Well, they are busy., goto: bye },");

    assertThat(check("--fix").exit()).isZero();
    assertThat(Files.readString(file))
        .contains("busy: { say: \"Well, they are busy.\", goto: bye },");
  }

  @Test
  void a_sentence_with_a_colon_gets_quotes() throws IOException {
    write("say: Goodbye.", "say: One thing: goodbye.");

    assertThat(check("--fix").exit()).isZero();
    assertThat(Files.readString(file)).contains("say: \"One thing: goodbye.\"\n");
  }

  @Test
  void tabs_become_blanks_in_all_lines_at_once() throws IOException {
    write("    say: Goodbye.\n    hangup: done\n", "\t\tsay: Goodbye.\n\t\thangup: done\n");

    assertThat(check("--fix").exit()).isZero();
    assertThat(file).hasContent(FLOW);
  }

  @Test
  void a_line_that_stands_there_twice_is_taken_out() throws IOException {
    write("    say: Goodbye.\n", "    say: Goodbye.\n    say: Goodbye.\n");

    var run = check("--fix");

    assertThat(run.out()).contains("took out a line that stands there twice [duplicate-key]");
    assertThat(file).hasContent(FLOW);
  }

  @Test
  void two_lines_that_say_different_things_are_left_to_a_person() throws IOException {
    write("    say: Goodbye.\n", "    say: Goodbye.\n    say: Farewell.\n");
    String before = Files.readString(file);

    var run = check("--fix");

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.out()).contains("there is nothing to put right that is beyond doubt");
    assertThat(file).hasContent(before);
  }

  @Test
  void what_another_mistake_hides_is_put_right_in_the_same_run() throws IOException {
    write("    say: Goodbye.\n", "    say: One thing: goodbye.\n    hangpu: done\n");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("    hangup: done\n", "")
            .replace("- goto: bye", "- goto: by"));

    var run = check("--fix");

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).contains("changed 3 places in 1 file");
  }

  @Test
  void nothing_is_written_that_has_more_errors_than_before() throws IOException {
    write("say: Goodbye.", "say: One thing: goodbye.");
    String hidden =
        Files.readString(file)
            .replace("goto: desk", "goto: nowhere_known")
            .replace("transfer: team", "transfer: nobody_known");
    Files.writeString(file, hidden);

    var run = check("--fix");

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(file).hasContent(hidden);
  }

  @Test
  void a_dry_run_shows_a_diff_and_writes_nothing() throws IOException {
    write("goto: desk", "goto: deks");
    String before = Files.readString(file);

    var run = check("--fix", "--dry-run");

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.out().lines().skip(2))
        .containsSequence(
            "@@ -14,5 +14,5 @@",
            "     next:",
            "       - if: urgent",
            "-        goto: deks",
            "+        goto: desk",
            "       - goto: bye",
            "     on: { attempts_exhausted: bye }",
            "would change 1 place in 1 file");
    assertThat(file).hasContent(before);
  }

  @Test
  void the_byte_order_mark_and_the_line_ends_of_an_editor_stay() throws IOException {
    String windows = "\uFEFF" + FLOW.replace("goto: desk", "goto: deks").replace("\n", "\r\n");
    Files.writeString(file, windows);

    assertThat(check("--fix").exit()).isZero();

    assertThat(Files.readString(file)).isEqualTo(windows.replace("deks", "desk"));
  }

  @Test
  void a_dry_run_alone_is_wrong_usage() {
    assertThat(check("--dry-run").exit()).isEqualTo(Main.WRONG_USAGE);
  }

  @Test
  void a_part_of_a_flow_is_put_right_too() throws IOException {
    String include = "start: ask\ninclude: [office.flow-part.yaml]\n";
    Files.writeString(file, FLOW.replace("start: ask\n", include));
    var part =
        Files.writeString(
            folder.resolve("office.flow-part.yaml"), "defaults:\n  on: { voice_lots: bye }\n");
    assertThat(check().exit()).isEqualTo(Main.FINDINGS);

    var run = check("--fix");

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).contains("changed 1 place in 1 file");
    assertThat(part).hasContent("defaults:\n  on: { voice_lost: bye }\n");
  }

  @Test
  void a_baseline_that_can_not_be_written_is_wrong_usage() {
    var run = check("--write-baseline", folder.resolve("no/such/folder/baseline").toString());

    assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("can't be written");
  }
}
