package callflow.simulator.drive;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.CallInfo;
import callflow.engine.call.VoiceSetup;
import callflow.engine.interpret.Interpreter;
import callflow.simulator.scenario.Northwind;
import callflow.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How the model of a simulated call learns what the flow's own tools brought.
class TellingTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

  private static final Value.Fields IDENTITY =
      Value.Fields.of("account", new Value.Text("12345678"))
          .with("birth_date", new Value.Text("1990-02-02"));

  private final List<Cue> cues = new ArrayList<>();

  @Test
  void the_model_is_invited_with_what_the_tools_of_the_flow_brought() {
    var program = Northwind.flow(tellingFlow());
    var call =
        new SimulatedCall(
            new Interpreter(program),
            (_, cue) -> {
              cues.add(cue);
              return List.of();
            },
            ScriptedReplies.of(Northwind.connectors()),
            MONDAY,
            new CallInfo("+4917012345", ""));
    call.begin();

    call.callerSays("it is me", List.of(new ModelAct.Request(VoiceSetup.RECORD, IDENTITY)));

    assertThat(cues)
        .containsExactly(
            new Cue.Invited(""),
            new Cue.Invited(
                "The caller has been found, yes.\nThe balance is 84 euros and 20 cents."));
  }

  /// The shipped flow, telling the model what its look-ups bring.
  private static String tellingFlow() {
    return Northwind.read(Northwind.FOLDER.resolve("northwind-billing.flow.yaml"))
        .text()
        .replace(
            "    requires: verified\n    filler:",
            "    tell: The balance is ${result.open}.\n    requires: verified\n    filler:")
        .replace(
            "    use: billing.find_customer ",
            "    tell: The caller has been found, ${verified}.\n    use: billing.find_customer ")
        .replace("    run: find_customer\n", "    run: [find_customer, get_balance]\n");
  }
}
