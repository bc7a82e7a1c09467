package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.SwitchName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchFileTest {
  private static final SwitchName STORM = new SwitchName("storm");

  @TempDir Path folder;

  @Test
  void each_call_finds_the_switches_as_they_stand_then() throws IOException {
    var switches = new SwitchFile(written("storm: off\n"));
    assertThat(switches.get().isThrown(STORM)).isFalse();

    written("storm: { on: yes, say: There is a storm. }\n");

    assertThat(switches.get().isThrown(STORM)).isTrue();
    assertThat(switches.get().announcement(STORM)).contains("There is a storm.");
  }

  @Test
  void a_file_that_makes_no_sense_leaves_the_switches_as_they_were() throws IOException {
    var switches = new SwitchFile(written("storm: on\n"));
    assertThat(switches.get().isThrown(STORM)).isTrue();

    written("storm: { on: perhaps }\n");
    assertThat(switches.get().isThrown(STORM)).isTrue();

    Files.delete(folder.resolve("switches.yaml"));
    assertThat(switches.get().isThrown(STORM)).isTrue();
  }

  @Test
  void a_deployment_is_told_which_switch_its_file_lacks() throws IOException {
    var workplace = deployment("switches: switches.yaml\n");
    written("flood: off\n");

    assertThat(workplace.check().out())
        .contains("looks at the switch `storm`, which does not stand there")
        .contains("write `storm: off` into it");
  }

  @Test
  void a_deployment_is_told_that_it_names_no_file_of_switches() throws IOException {
    assertThat(deployment("").check().out())
        .contains("no file says where it stands")
        .contains("[missing-switch]");
  }

  @Test
  void a_deployment_is_told_that_its_file_of_switches_is_not_there() throws IOException {
    assertThat(deployment("switches: switches.yaml\n").check().out())
        .contains("the switches stand in `switches.yaml`, which can't be read");
  }

  @Test
  void a_deployment_whose_switches_all_stand_somewhere_is_right() throws IOException {
    var workplace = deployment("switches: switches.yaml\n");
    written("storm: off\n");

    assertThat(workplace.check().exit()).isZero();
  }

  private Workplace deployment(String switches) throws IOException {
    var workplace = Workplace.in(folder);
    workplace.change("schedules:\n", "switches:\n  storm: A storm.\n\nschedules:\n");
    workplace.write(
        "callflow.yaml",
        """
        lines:
          - { number: "+4930999999", flow: northwind-billing.flow.yaml, carrier: twilio }
        grok: { model: grok-voice-think-fast-2.0, key: env:XAI_API_KEY }
        twilio: { auth_token: env:TWILIO_AUTH_TOKEN }
        server: { public_url: "https://calls.example.com/" }
        """
            + switches);
    return workplace;
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("switches.yaml"), text);
  }
}
