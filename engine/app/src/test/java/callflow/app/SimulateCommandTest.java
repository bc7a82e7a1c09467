package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
  private static final String FLOW = "../../flows/northwind-billing";

  @TempDir Path folder;

  private static CommandLineRun talk(String... lines) {
    return CommandLineRun.typing(
        String.join("\n", lines) + "\n", "simulate", FLOW, "--at", "2026-03-02T10:00:00+01:00");
  }

  @Test
  void a_whole_call_is_held_with_typed_words() {
    var run =
        talk(
            "it is 12345678, born 2 February 1990",
            "how much do I owe",
            "I want to pay",
            "fifty euros",
            "yes please",
            "no thanks, that was all");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("Agent: Welcome to Northwind Energy.")
        .contains("find_customer -> ")
        .contains("Agent: Shall I pay 50 euros from your account on file now?")
        .contains("pay_bill confirmed")
        .contains("the call ended: done");
  }

  @Test
  void keys_silence_and_transfers_have_commands_of_their_own() {
    var run = talk("/silence 8s", "/press 0", "/transfer busy");

    assertThat(run.out())
        .contains("Agent: Are you still there?")
        .contains("transfer billing_team to +4930123456")
        .contains("Agent: Nobody is free just now.");
  }

  @Test
  void a_year_nobody_calls_in_is_refused() {
    var run = CommandLineRun.of("simulate", FLOW, "--at", "+999999999-12-31T10:00:00Z");

    assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("is not in a year from 1970 to 9999");
  }

  @Test
  void a_callers_number_is_in_the_international_form() {
    for (String number : List.of("abc", "0170 12345", "+49", "")) {
      var run = CommandLineRun.of("simulate", FLOW, "--from=" + number);

      assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
      assertThat(run.err()).startsWith("`--from " + number + "` is not a telephone number");
    }
    assertThat(CommandLineRun.typing("/quit\n", "simulate", FLOW, "--from", "+4930123456").exit())
        .isZero();
  }

  @Test
  void sensitive_values_are_masked_wherever_they_are_shown() {
    var run = talk("12345678", "2 February 1990", "/vars", "/why", "/state");

    assertThat(run.out()).contains("birth_date = ***").contains("verified = true");
    assertThat(run.out().lines().filter(line -> !line.startsWith("> ")))
        .noneMatch(line -> line.contains("1990"));
  }

  @Test
  void commands_that_make_no_sense_are_explained_and_change_nothing() {
    var run = talk("/press", "/silence soon", "/transfer busy", "/dance", "", "/help", "/quit");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("Which keys?")
        .contains("For how long?")
        .contains("Nobody is being called just now.")
        .contains("There is no `/dance`.")
        .contains("/hangup");
  }

  @Test
  void a_caller_who_hangs_up_ends_the_call() {
    assertThat(talk("/hangup").out()).contains("the call ended: caller_hung_up");
  }

  @Test
  void a_flow_with_errors_is_shown_its_errors_instead() throws IOException {
    Workplace.in(folder).change("goto: payment", "goto: paiment");

    var run = CommandLineRun.of("simulate", folder.toString());

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.err()).contains("[unknown-state]").contains("before 1 error is mended");
  }

  @Test
  void a_time_that_is_none_is_wrong_usage() {
    var run = CommandLineRun.of("simulate", FLOW, "--at", "tomorrow");

    assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("`--at tomorrow`");
  }

  @Test
  void live_without_the_connectors_settings_names_the_missing_variable() {
    var run = CommandLineRun.of("simulate", FLOW, "--live");

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.err()).contains("BILLING_URL");
  }
}
