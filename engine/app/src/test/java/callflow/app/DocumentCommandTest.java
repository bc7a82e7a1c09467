package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentCommandTest {
  @TempDir Path folder;

  @Test
  void the_shipped_flow_becomes_a_book_with_its_picture_and_where_data_goes() throws IOException {
    var file = folder.resolve("book.html");

    var run = CommandLineRun.of("document", "../../flows/northwind-billing", "-o", file.toString());

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(file))
        .startsWith("<!doctype html>")
        .contains("<h1>Northwind Energy, billing line</h1>")
        .contains("<svg ")
        .contains("a web service at env:BILLING_URL")
        .contains("changes something for good")
        .contains("Shall I pay <code>amount</code> from your account on file now?");
  }

  @Test
  void a_finding_that_is_ignored_stands_in_the_book_with_its_reason() throws IOException {
    Workplace.in(folder)
        .change("\nstates:", "\n# ignore policy-not-proved: looked at by hand\nstates:");

    assertThat(CommandLineRun.of("document", folder.toString()).out())
        .contains("policy-not-proved")
        .contains("looked at by hand");
  }

  @Test
  void a_flow_with_errors_has_no_book() throws IOException {
    Workplace.in(folder).change("goto: payment", "goto: paiment");

    var run = CommandLineRun.of("document", folder.toString());

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.err()).contains("can't be documented before");
  }
}
