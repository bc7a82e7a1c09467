package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that several flows of a project share.
class SharedFilesTest {
  private static final String FLOW =
      """
      flow: NAME
      include: [../shared/office.flow-part.yaml]
      start: look
      states:
        look:
          call: find
          next: bye
        bye:
          say: Goodbye.
          hangup: done
      """;

  private static final String FIND =
      """
      flow: find
      start: first
      states:
        first:
          say: Let me look.
          return: found
      """;

  @TempDir Path folder;

  @Test
  void a_mistake_in_a_shared_file_is_told_once_with_all_the_flows_that_have_it()
      throws IOException {
    project("anywhere: [{ caller: asks for a person, goto: desk }]\n", FIND);

    var run = CommandLineRun.of("check", folder.toString());

    assertThat(times(run.out(), "\\[unknown-state\\]")).isEqualTo(1);
    assertThat(run.out()).contains("the flow `one` includes it here");
    assertThat(run.out()).contains("the flow `two` includes it here");
    assertThat(run.out()).containsPattern("shared/office.flow-part.yaml:1:\\d+: error");
  }

  @Test
  void a_mistake_in_a_called_flow_is_told_once_in_its_own_file() throws IOException {
    project("voice: { name: ara }\n", FIND.replace("return: found", "next: fond"));

    var run = CommandLineRun.of("check", folder.toString());

    assertThat(times(run.out(), "\\[unknown-state\\]")).isEqualTo(1);
    assertThat(run.out()).contains("shared/find.flow.yaml:6:11: error");
  }

  @Test
  void a_part_that_no_flow_includes_is_looked_at_alone() throws IOException {
    Files.writeString(folder.resolve("office.flow-part.yaml"), "schedule: {}\n");

    var run = CommandLineRun.of("check", folder.toString());

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.out()).contains("a part of a flow knows no key `schedule`");
    assertThat(run.out()).doesNotContain("missing-key");
  }

  private void project(String part, String find) throws IOException {
    write("shared/office.flow-part.yaml", part);
    write("shared/find.flow.yaml", find);
    write("one/one.flow.yaml", FLOW.replace("NAME", "one"));
    write("two/two.flow.yaml", FLOW.replace("NAME", "two"));
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static long times(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }
}
