package callflow.compile;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.check.BillingCatalog;
import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.program.Program;
import callflow.program.StateDef;
import callflow.program.ToolDef;
import callflow.program.TransferDef;
import callflow.source.SourceFile;
import callflow.value.Effect;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.TransferName;
import callflow.value.Type;
import callflow.value.VariableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FlowCompilerTest {
  private static final String FLOW = read("/ok/northwind-billing.flow.yaml");

  @Test
  void the_flow_of_the_manual_compiles_with_notes_only() {
    var compiled = compile(FLOW, Effect.IRREVERSIBLE);

    assertThat(compiled).isInstanceOf(Checked.Passed.class);
    assertThat(compiled.diagnostics())
        .extracting(Diagnostic::severity)
        .containsOnly(Diagnostic.Severity.NOTE);
  }

  @Test
  void what_the_file_leaves_open_is_filled_in() {
    var program = program(FLOW);
    var getBalance = program.tool(new ToolName("get_balance"));
    var pay = program.tool(new ToolName("pay_bill"));
    var transfer = program.transfer(new TransferName("billing_team"));

    assertThat(getBalance.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(getBalance.effect()).isEqualTo(Effect.READS);
    assertThat(pay.timeout()).isEqualTo(Duration.ofSeconds(8));
    assertThat(transfer.mode()).isEqualTo(TransferDef.Mode.COLD);
  }

  @Test
  void a_tool_is_never_less_careful_than_its_operation() {
    var source = FLOW.replace("    effect: irreversible ", "    # no effect ");

    assertThat(program(source).tool(new ToolName("pay_bill")).effect())
        .isEqualTo(Effect.IRREVERSIBLE);
  }

  @Test
  void a_tool_may_be_more_careful_than_its_operation() {
    var compiled = compile(FLOW, Effect.WRITES);

    assertThat(passed(compiled).tool(new ToolName("pay_bill")).effect())
        .isEqualTo(Effect.IRREVERSIBLE);
  }

  @Test
  void what_the_flow_binds_is_not_left_to_the_model() {
    ToolDef pay = program(FLOW).tool(new ToolName("pay_bill"));

    assertThat(pay.bound()).containsOnlyKeys("customer_id", "amount");
    assertThat(pay.open().fields()).isEmpty();
  }

  @Test
  void an_object_without_fields_takes_those_of_the_operation_it_is_saved_from() {
    var type = program(FLOW).variable(new VariableName("customer")).type();

    assertThat(type).isInstanceOf(Type.Struct.class);
    assertThat(((Type.Struct) type).fields()).containsOnlyKeys("id", "name");
  }

  @Test
  void anywhere_entries_follow_the_choices_of_every_state_that_listens() {
    assertThat(moves(FLOW, "menu")).startsWith("pay", "done", "to_agent", "repeat");
    assertThat(moves(FLOW, "identify")).startsWith("to_agent", "repeat");
    assertThat(moves(FLOW, "welcome")).isEmpty();
  }

  @Test
  void a_state_that_says_anywhere_off_has_its_own_choices_only() {
    var source = FLOW.replace("    tools: [get_balance]\n", "    anywhere: off\n");

    assertThat(moves(source, "menu")).startsWith("pay", "done").doesNotContain("to_agent");
  }

  @Test
  void a_state_without_a_silence_ladder_of_its_own_has_that_of_the_flow() {
    assertThat(state(program(FLOW), "menu").silence()).hasSize(3);
    assertThat(state(program(FLOW), "welcome").silence()).isEmpty();
  }

  @Test
  void comments_and_places_do_not_change_a_programs_identity() {
    var source = "# A remark.\n\n" + FLOW.replace("title: Northwind", "title:   Northwind");

    assertThat(program(source).id()).isEqualTo(program(FLOW).id());
  }

  @Test
  void the_order_of_keys_within_a_tool_does_not_change_a_programs_identity() {
    String describe = "    describe: Reads the customer's open balance.\n";
    String caller = "    caller: asks what is still to pay\n";
    var source = FLOW.replace(describe + caller, caller + describe);

    assertThat(source).isNotEqualTo(FLOW);
    assertThat(program(source).id()).isEqualTo(program(FLOW).id());
  }

  @Test
  void another_guard_changes_a_programs_identity() {
    var source = FLOW.replace("visits >= 3", "visits >= 4");

    assertThat(program(source).id()).isNotEqualTo(program(FLOW).id());
  }

  @Test
  void another_word_that_is_spoken_changes_a_programs_identity() {
    var source = FLOW.replace("Welcome to Northwind", "Hello from Northwind");

    assertThat(program(source).id()).isNotEqualTo(program(FLOW).id());
  }

  @Test
  void another_word_that_the_model_is_told_changes_a_programs_identity() {
    String filler = "    filler: One moment";
    var told = FLOW.replace(filler, "    tell: It is ${result.open}.\n" + filler);
    var toldOtherwise = told.replace("It is $", "They owe $");

    assertThat(program(told).id()).isNotEqualTo(program(FLOW).id());
    assertThat(program(toldOtherwise).id()).isNotEqualTo(program(told).id());
  }

  @Test
  void what_is_called_after_the_call_is_part_of_a_programs_identity() {
    var after = FLOW.replace("\nstates:", "\nafter_call: get_balance\n\nstates:");

    assertThat(program(after).afterCall()).containsExactly(new ToolName("get_balance"));
    assertThat(program(after).id()).isNotEqualTo(program(FLOW).id());
  }

  @Test
  void another_contract_of_an_operation_changes_a_programs_identity() {
    var other = passed(compile(FLOW, Effect.WRITES));

    assertThat(other.id()).isNotEqualTo(program(FLOW).id());
  }

  @Test
  void a_programs_identity_is_a_sha_256() {
    assertThat(program(FLOW).id().value()).matches("[0-9a-f]{64}");
  }

  @Test
  void a_file_that_is_no_flow_gives_findings_and_no_program() {
    var compiled = compile("- just\n- a list\n", Effect.READS);

    assertThat(compiled).isInstanceOf(Checked.Failed.class);
  }

  private static java.util.List<String> moves(String source, String state) {
    return state(program(source), state).moves().stream().map(it -> it.name().value()).toList();
  }

  private static StateDef state(Program program, String name) {
    return program.state(new StateName(name));
  }

  private static Program program(String source) {
    return passed(compile(source, Effect.IRREVERSIBLE));
  }

  private static Program passed(Checked<Program> compiled) {
    return switch (compiled) {
      case Checked.Passed<Program>(var program, _) -> program;
      case Checked.Failed<Program>(var found) -> throw new AssertionError(found.toString());
    };
  }

  private static Checked<Program> compile(String source, Effect ofPay) {
    return FlowCompiler.compile(
        new SourceFile("northwind-billing.flow.yaml", source), BillingCatalog.with(ofPay));
  }

  private static String read(String resource) {
    try (var in = FlowCompilerTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
