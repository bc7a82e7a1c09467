package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagramCommandTest {
  private static final String SHIPPED = "../../flows/northwind-billing";

  @TempDir Path folder;

  @Test
  void a_flow_is_drawn_to_the_terminal_under_its_title() {
    var run = CommandLineRun.of("diagram", SHIPPED);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("<svg ")
        .contains(">Northwind Energy, billing line<")
        .contains("id=\"state-payment\"");
  }

  @Test
  void a_flow_is_drawn_into_a_file() throws IOException {
    var file = folder.resolve("billing.svg");

    var run = CommandLineRun.of("diagram", SHIPPED, "-o", file.toString());

    assertThat(run.out()).startsWith("wrote ");
    assertThat(Files.readString(file)).isEqualTo(CommandLineRun.of("diagram", SHIPPED).out());
  }

  @Test
  void mermaid_text_is_written_where_that_is_wanted() {
    assertThat(CommandLineRun.of("diagram", SHIPPED, "--format", "mermaid").out())
        .startsWith("flowchart TD\n")
        .contains("state_identify -->|\"if verified");
  }

  @Test
  void a_flow_with_errors_is_not_drawn_and_says_why() throws IOException {
    Workplace.in(folder).change("goto: payment", "goto: paiment");

    var run = CommandLineRun.of("diagram", folder.toString());

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.err()).contains("[unknown-state]").contains("can't be drawn before 1 error is");
  }

  @Test
  void a_file_that_cannot_be_written_is_wrong_usage() {
    var run = CommandLineRun.of("diagram", SHIPPED, "-o", folder.resolve("no/such.svg").toString());

    assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("can't be written");
  }
}
