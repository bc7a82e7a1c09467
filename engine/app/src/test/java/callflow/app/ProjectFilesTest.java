package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFilesTest {
  @TempDir Path folder;

  @Test
  void a_folder_that_may_not_be_opened_is_named_in_the_words_of_its_reader() {
    var trouble = new AccessDeniedException("flows/locked");

    assertThat(ProjectFiles.unreadable(Path.of("flows"), trouble))
        .hasMessageStartingWith(
            "the folder `flows/locked` can't be read: you are not allowed to open it;");
  }

  @Test
  void a_folder_that_can_not_be_read_for_another_reason_is_named_without_words_of_the_machine() {
    assertThat(ProjectFiles.unreadable(Path.of("flows"), new NoSuchFileException("flows/gone")))
        .hasMessageStartingWith("the folder `flows/gone` can't be read;");
    assertThat(ProjectFiles.unreadable(Path.of("flows"), new IOException("E_IO 5")))
        .hasMessageStartingWith("the folder `flows` can't be read;");
  }

  @Test
  void a_file_ending_in_yml_is_no_silent_omission() throws IOException {
    var workplace = Workplace.in(folder);
    Files.copy(folder.resolve("closed.scenario.yaml"), folder.resolve("other.scenario.yml"));

    var run = workplace.check();

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.out())
        .contains("other.scenario.yml:1:1: error: this file is passed over")
        .contains("name it `other.scenario.yaml`");
  }

  @Test
  void a_flow_ending_in_yml_is_told_its_right_name() throws IOException {
    var file = Files.writeString(folder.resolve("pay.flow.yml"), "flow: pay\n");

    for (Path named : java.util.List.of(folder, file)) {
      var run = CommandLineRun.of("check", named.toString());

      assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
      assertThat(run.err())
          .contains("pay.flow.yml` is passed over")
          .contains("name it `pay.flow.yaml`");
    }
  }
}
