package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void help_is_written_to_standard_output_and_is_no_failure() {
    int exit = run("--help");

    assertThat(exit).isZero();
    assertThat(out.toString()).startsWith("Usage: callflow");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void an_unknown_option_is_wrong_usage() {
    int exit = run("--no-such-option");

    assertThat(exit).isEqualTo(Main.WRONG_USAGE);
    assertThat(err.toString()).contains("--no-such-option");
  }

  @Test
  void an_unknown_command_is_answered_with_those_there_are() {
    int exit = run("frobnicate");

    assertThat(exit).isEqualTo(Main.WRONG_USAGE);
    assertThat(err.toString())
        .startsWith("there is no command `frobnicate`; the commands are simulate, check, ");
  }

  @Test
  void no_command_is_wrong_usage() {
    int exit = run();

    assertThat(exit).isEqualTo(Main.WRONG_USAGE);
    assertThat(err.toString()).contains("no command given");
  }
}
