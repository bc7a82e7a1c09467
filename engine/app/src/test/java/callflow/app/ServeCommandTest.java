package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
  @TempDir Path folder;
  private Path key;

  @BeforeEach
  void deploy() throws IOException {
    Files.createDirectories(folder.resolve("billing"));
    Workplace.in(folder.resolve("billing"));
    key = Files.writeString(folder.resolve("key"), "secret");
  }

  private CommandLineRun serve(String more) throws IOException {
    String text =
        """
        lines:
          - number: "+4930999999"
            flow: billing
            carrier: twilio
        grok:
          url: ws://127.0.0.1:1/v1/realtime
          model: m
          key: file:%s
        twilio:
          auth_token: file:%s
        server:
          listen: 127.0.0.1:0
          public_url: http://127.0.0.1:8099
        %s
        """
            .formatted(key, key, more);
    Files.writeString(folder.resolve("callflow.yaml"), text);
    return CommandLineRun.of("serve", folder.toString());
  }

  @Test
  void a_missing_file_is_named() {
    var run = CommandLineRun.of("serve", folder.resolve("nowhere.yaml").toString());

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.err()).contains("nowhere.yaml").contains("there is no such file");
  }

  @Test
  void a_bad_setting_is_named_with_its_place() throws IOException {
    var run = serve("limits: { calls: many }");

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.err()).contains("callflow.yaml:14:18").contains("calls");
  }

  @Test
  void a_key_that_can_not_be_found_is_named_with_its_place() throws IOException {
    Files.delete(key);

    var run = serve("");

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.err()).contains("callflow.yaml:8:8").contains("grok.key");
  }

  @Test
  void a_connector_without_its_address_is_named_before_the_port_is_opened() throws IOException {
    var run = serve("");

    assertThat(run.exit()).isEqualTo(Main.FINDINGS);
    assertThat(run.err()).contains("BILLING_URL");
    assertThat(run.out()).doesNotContain("Listening");
  }

  @Test
  void a_service_that_is_away_is_told_but_does_not_keep_the_server_from_starting()
      throws IOException {
    var run = serve("");

    assertThat(run.err()).contains("callflow.yaml:6:8: `grok.url`");
  }
}
