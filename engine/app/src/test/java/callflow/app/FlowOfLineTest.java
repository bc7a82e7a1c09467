package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `check` says about where the lines of a deployment lead.
class FlowOfLineTest {
  @TempDir Path folder;

  @BeforeEach
  void copy_the_shipped_flow() throws IOException {
    Workplace.in(Files.createDirectories(folder.resolve("flows/billing")));
  }

  private CommandLineRun check(String flow) throws IOException {
    var file =
        Files.writeString(
            folder.resolve("callflow.yaml"),
            """
            lines: [{ number: "+4930999999", flow: "%s", carrier: twilio }]
            grok: { model: grok-voice-think-fast-2.0, key: env:NO_SUCH_VARIABLE_HERE }
            twilio: { auth_token: env:NO_SUCH_VARIABLE_HERE }
            server: { public_url: https://calls.example.com }
            """
                .formatted(flow));
    return CommandLineRun.of("check", file.toString());
  }

  @Test
  void a_line_leads_to_a_folder_or_to_a_file_and_no_secret_is_needed_to_check_it()
      throws IOException {
    for (String flow :
        new String[] {
          "flows/billing",
          "flows/billing/",
          "./flows/billing/northwind-billing.flow.yaml",
          folder.resolve("flows/billing").toString()
        }) {
      var run = check(flow);

      assertThat(run.exit()).as(flow + run.out() + run.err()).isZero();
      assertThat(run.out())
          .contains("checked 1 flow, 1 connector file, 0 scenarios and 1 deployment");
    }
  }

  @Test
  void a_flow_that_is_not_there_is_reported_with_what_may_have_been_meant() throws IOException {
    var run = check("flows/biling");

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.out())
        .contains(
            "callflow.yaml:1:40: error: the line `+4930999999` leads to `flows/biling`, but there"
                + " is no such file or folder [unknown-flow]")
        .contains("did you mean `flows/billing`?");
  }

  @Test
  void a_folder_without_a_flow_is_reported() throws IOException {
    assertThat(check("flows").out()).contains("leads to `flows`, a folder without a flow");
  }

  @Test
  void a_folder_with_several_flows_asks_for_one_of_them() throws IOException {
    var workplace = new Workplace(folder.resolve("flows/billing"));
    workplace.write("a.flow.yaml", Files.readString(workplace.flow()));

    assertThat(check("flows/billing").out())
        .contains("leads to `flows/billing`, a folder with several flows")
        .contains(
            "name one of them: `flows/billing/a.flow.yaml`,"
                + " `flows/billing/northwind-billing.flow.yaml`");
  }

  @Test
  void a_file_of_another_kind_is_no_flow() throws IOException {
    assertThat(check("flows/billing/billing.connector.yaml").out())
        .contains("leads to `flows/billing/billing.connector.yaml`, which is no flow");
  }

  @Test
  void mistakes_of_the_flow_are_reported_too() throws IOException {
    new Workplace(folder.resolve("flows/billing")).change("goto: payment", "goto: paiment");

    assertThat(check("flows/billing").out()).contains("did you mean `payment`?");
  }
}
