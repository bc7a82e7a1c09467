package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path folder;

  @Test
  void the_shipped_flows_have_no_error_and_no_warning() {
    var run = CommandLineRun.of("check", "--strict", "../../flows");

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).doesNotContain("error:").doesNotContain("warning:");
  }

  @Test
  void policies_are_said_to_be_enforced_and_not_proved_yet() {
    var run = CommandLineRun.of("check", "../../flows");

    assertThat(run.out()).contains("[policy-not-proved]");
  }

  @Test
  void a_wrong_goto_is_shown_at_its_place_with_what_may_have_been_meant() throws IOException {
    var run = Workplace.in(folder).change("goto: payment", "goto: paiment").check();

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.out())
        .contains(":119:15: error:")
        .contains("`paiment`")
        .contains("[unknown-state]")
        .contains("did you mean `payment`");
  }

  @Test
  void several_mistakes_are_reported_in_one_run_in_the_order_of_the_file() throws IOException {
    var run =
        Workplace.in(folder)
            .change("type: money", "type: mony")
            .change("use: billing.pay\n", "use: billing.pai\n")
            .change("transfer: billing_team", "transfer: billing_taem")
            .check();

    assertThat(run.out().lines().filter(line -> line.contains(": error: ")))
        .satisfiesExactly(
            first -> assertThat(first).contains("[unknown-type]"),
            second -> assertThat(second).contains("[unknown-operation]"),
            third -> assertThat(third).contains("[unknown-transfer]"));
  }

  @Test
  void json_tells_the_place_the_pointer_and_the_state() throws IOException {
    var run =
        Workplace.in(folder).change("goto: payment", "goto: paiment").check("--format", "json");

    assertThat(new JsonMapper().readTree(run.out()).path("findings"))
        .anySatisfy(each -> {
          assertThat(each.path("rule").asText()).isEqualTo("unknown-state");
          assertThat(each.path("pointer").asText()).isEqualTo("/states/menu/choices/pay/goto");
          assertThat(each.path("state").asText()).isEqualTo("menu");
          assertThat(each.path("line").asInt()).isEqualTo(119);
        });
  }

  @Test
  void sarif_is_valid_json_with_a_result_for_each_finding() throws IOException {
    var run =
        Workplace.in(folder).change("goto: payment", "goto: paiment").check("--format", "sarif");

    var tree = new JsonMapper().readTree(run.out());
    assertThat(tree.path("version").asText()).isEqualTo("2.1.0");
    assertThat(tree.at("/runs/0/results"))
        .anySatisfy(each -> assertThat(each.path("ruleId").asText()).isEqualTo("unknown-state"));
  }

  @Test
  void a_copied_flow_folder_checks_alone() throws IOException {
    assertThat(Workplace.in(folder).check().exit()).isZero();
  }

  @Test
  void a_broken_connector_file_is_reported_once_and_not_through_the_flow() throws IOException {
    var workplace = Workplace.in(folder);
    var run =
        workplace
            .change(folder.resolve("billing.connector.yaml"), "kind: http", "kind: htttp")
            .check();

    assertThat(run.out()).contains("billing.connector.yaml:4:7: error:");
    assertThat(run.out())
        .doesNotContain("[unknown-operation]")
        .doesNotContain("[unknown-connector]");
  }

  @Test
  void files_that_are_no_text_or_far_too_large_get_a_finding() throws IOException {
    var workplace = Workplace.in(folder);
    Files.write(folder.resolve("latin.flow.yaml"), new byte[] {'f', (byte) 0xE4, '\n'});
    workplace.write("huge.flow.yaml", "x".repeat(600 * 1024));

    var run = workplace.check();

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.out()).contains("[not-utf8]").contains("[file-too-large]");
  }

  @Test
  void a_missing_folder_is_wrong_usage_in_one_sentence() {
    var run = CommandLineRun.of("check", "no/such/folder");

    assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).startsWith("there is no file or folder `no/such/folder`");
  }

  @Test
  void a_file_of_another_kind_is_wrong_usage() throws IOException {
    var file = Files.writeString(folder.resolve("notes.txt"), "hello");

    var run = CommandLineRun.of("check", file.toString());

    assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("is none of our files");
  }

  @Test
  void a_folder_without_flows_says_what_a_flow_file_is_called() {
    var run = CommandLineRun.of("check", folder.toString());

    assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("`.flow.yaml`");
  }

  @Test
  void deployments_in_a_folder_are_checked_under_all_their_names() throws IOException {
    var workplace = Workplace.in(folder);
    workplace.write("callflow.yaml", "store: memory\n");
    workplace.write("callflow.staging.yaml", "store: memory\n");

    assertThat(workplace.check().out())
        .contains("callflow.yaml:1:1: error: the deployment knows no key `store`")
        .contains("callflow.staging.yaml:1:1: error: the deployment knows no key `store`")
        .contains("10 scenarios and 2 deployments");
  }

  @Test
  void a_flow_called_callflow_is_a_flow() throws IOException {
    var workplace = Workplace.in(folder);
    Files.move(workplace.flow(), folder.resolve("callflow.flow.yaml"));

    assertThat(workplace.check().out())
        .contains("checked 1 flow, 1 connector file and 10 scenarios");
  }

  @Test
  void a_deployment_with_mistakes_does_not_keep_a_flow_from_being_played() throws IOException {
    Workplace.in(folder).write("callflow.yaml", "store: memory\n");

    assertThat(CommandLineRun.of("test", folder.toString()).exit()).isZero();
  }
}
