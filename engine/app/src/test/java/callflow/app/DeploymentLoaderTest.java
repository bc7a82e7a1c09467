package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.connector.operation.Secret;
import callflow.diagnostic.TextRenderer;
import callflow.syntax.DeploymentFile.Dialect;
import callflow.syntax.DeploymentFile.ListenAddress;
import callflow.value.AudioFormat;
import callflow.voice.SessionSettings.TurnTaking;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentLoaderTest {
  private static final Path EXAMPLE = Path.of("../../flows/callflow.example.yaml");

  private static final String LEAST =
      """
      lines:
        - { number: "+4930999999", flow: billing, carrier: twilio }
      grok:
        model: grok-voice-think-fast-2.0
        key: env:XAI_API_KEY
      twilio:
        auth_token: env:TWILIO_AUTH_TOKEN
      server:
        public_url: https://calls.example.com/
      """;

  @TempDir Path folder;

  private final Map<String, String> environment =
      new HashMap<>(Map.of("XAI_API_KEY", "xai-canary-1", "TWILIO_AUTH_TOKEN", "canary-2"));

  @BeforeEach
  void copy_the_shipped_flow() throws IOException {
    Workplace.in(Files.createDirectory(folder.resolve("billing")));
  }

  private DeploymentLoader.Loaded load(String text) throws IOException {
    Files.writeString(folder.resolve("callflow.yaml"), text);
    return load(folder);
  }

  private DeploymentLoader.Loaded load(Path path) {
    return DeploymentLoader.load(path, name -> Optional.ofNullable(environment.get(name)));
  }

  private DeploymentLoader.Loaded change(String before, String after) throws IOException {
    assertThat(LEAST).contains(before);
    return load(LEAST.replace(before, after));
  }

  private String shown(DeploymentLoader.Loaded loaded) {
    assertThat(loaded.deployment()).isEmpty();
    var errors = loaded.findings().stream().filter(each -> each.isError()).toList();
    return new TextRenderer(loaded::source, false)
        .render(errors)
        .replace(folder.toString().replace('\\', '/') + "/", "");
  }

  @Test
  void the_shipped_example_is_right_and_complete() {
    var loaded = load(EXAMPLE);

    assertThat(loaded.findings()).noneMatch(each -> each.span().file().endsWith("example.yaml"));
    var deployment = loaded.deployment().orElseThrow();
    assertThat(deployment.line("+4930999999").orElseThrow().program().name())
        .hasToString("northwind-billing");
    assertThat(deployment.limits()).isEqualTo(DeploymentLoader.LIMITS);
    assertThat(deployment.grok().turns()).isEqualTo(TurnTaking.DEFAULT);
  }

  @Test
  void a_line_has_its_flow_compiled_and_its_connectors_read() throws IOException {
    var line = load(LEAST).deployment().orElseThrow().lines().getFirst();

    assertThat(line.program().name()).hasToString("northwind-billing");
    assertThat(line.connectors())
        .extracting(each -> each.name().value().value())
        .containsExactly("billing");
  }

  @Test
  void a_number_without_a_line_of_its_own_is_answered_by_the_line_for_any() throws IOException {
    var own = load(LEAST).deployment().orElseThrow();
    assertThat(own.line("+4930111111")).isEmpty();

    String any = "  - { number: \"*\", flow: billing, carrier: twilio }\ngrok:";
    var both = change("grok:", any).deployment().orElseThrow();
    assertThat(both.line("+4930111111").orElseThrow().number()).isEqualTo("*");
    assertThat(both.line("+4930999999").orElseThrow().number()).isEqualTo("+4930999999");
    assertThat(both.lines().getFirst().program()).isSameAs(both.lines().getLast().program());
  }

  @Test
  void what_was_left_out_is_filled_in() throws IOException {
    var deployment = load(LEAST).deployment().orElseThrow();

    assertThat(deployment.grok().url()).isEqualTo(URI.create("wss://api.x.ai/v1/realtime"));
    assertThat(deployment.grok().dialect()).isEqualTo(Dialect.REALTIME);
    assertThat(deployment.grok().audio()).isEqualTo(AudioFormat.MU_LAW);
    assertThat(deployment.grok().turns()).isEqualTo(TurnTaking.DEFAULT);
    assertThat(deployment.server().listen()).isEqualTo(new ListenAddress("127.0.0.1", 8080));
    assertThat(deployment.server().publicUrl()).isEqualTo(URI.create("https://calls.example.com"));
    assertThat(deployment.limits()).isEqualTo(DeploymentLoader.LIMITS);
  }

  @Test
  void the_other_dialect_has_an_address_of_its_own() throws IOException {
    var deployment = change("model:", "dialect: voice-agent\n  model:").deployment().orElseThrow();

    assertThat(deployment.grok().url()).isEqualTo(URI.create("wss://api.x.ai/v1/voice/agent"));
  }

  @Test
  void what_was_written_is_kept() throws IOException {
    var deployment =
        load(LEAST.replace(
                    "  model:",
                    "  turn: { threshold: 0.7, silence: 1s }\n  audio: pcm-16000\n  model:")
                + "limits: { calls: 3, grok_sessions: 2, busy: Later please. }\n")
            .deployment()
            .orElseThrow();

    assertThat(deployment.grok().turns()).isEqualTo(new TurnTaking(0.7, 1000, 333));
    assertThat(deployment.grok().audio()).isEqualTo(AudioFormat.pcm(16_000));
    assertThat(deployment.limits()).isEqualTo(new Deployment.Limits(3, 2, "Later please."));
  }

  @Test
  void secrets_are_fetched_and_never_shown() throws IOException {
    Files.writeString(folder.resolve("old"), "canary-3\n");
    String two = "auth_token: [env:TWILIO_AUTH_TOKEN, file:old]";

    var deployment = change("auth_token: env:TWILIO_AUTH_TOKEN", two).deployment().orElseThrow();

    assertThat(deployment.grok().key().reveal()).isEqualTo("xai-canary-1");
    assertThat(deployment.twilio().orElseThrow().authTokens())
        .extracting(Secret::reveal)
        .isEqualTo(List.of("canary-2", "canary-3"));
    assertThat(deployment.grok().toString() + deployment.twilio())
        .contains("***")
        .doesNotContain("canary");
  }

  @Test
  void a_variable_that_is_not_set_is_named_with_its_setting_and_place() throws IOException {
    environment.clear();

    assertThat(shown(load(LEAST)))
        .contains(
            "callflow.yaml:5:8: error: `grok.key` needs the environment variable `XAI_API_KEY`,"
                + " which is not set [missing-secret]")
        .contains(
            "callflow.yaml:7:15: error: `twilio.auth_token` needs the environment variable"
                + " `TWILIO_AUTH_TOKEN`, which is not set [missing-secret]");
  }

  @Test
  void a_variable_with_a_line_break_is_refused_and_not_shown() throws IOException {
    environment.put("XAI_API_KEY", "xai-canary-1\n");

    assertThat(shown(load(LEAST)))
        .contains(
            "the environment variable `XAI_API_KEY` of `grok.key` holds a blank, a line break or"
                + " another sign that no key has [missing-secret]")
        .doesNotContain("canary");
  }

  @Test
  void a_secret_file_that_can_not_be_read_is_named() throws IOException {
    assertThat(shown(change("env:XAI_API_KEY", "file:keys/grok")))
        .contains(
            "callflow.yaml:5:8: error: `grok.key` needs the file `keys/grok`, which can't be read"
                + " [missing-secret]")
        .contains("the path is relative to `callflow.yaml`");
  }

  @Test
  void a_secret_file_holds_one_secret_and_nothing_else() throws IOException {
    Files.writeString(folder.resolve("empty"), "\n");
    Files.writeString(folder.resolve("large"), "x".repeat(ReferredSecrets.MAX_BYTES + 1));
    Files.writeString(folder.resolve("two"), "canary one\ncanary two\n");

    assertThat(shown(change("env:XAI_API_KEY", "file:empty")))
        .contains("the file `empty` of `grok.key` is empty");
    assertThat(shown(change("env:XAI_API_KEY", "file:large")))
        .contains("the file `large` of `grok.key` is larger than 4096 bytes");
    assertThat(shown(change("env:XAI_API_KEY", "file:two")))
        .contains("the file `two` of `grok.key` holds a blank, a line break")
        .doesNotContain("canary");
  }

  @Test
  void a_flow_with_an_error_stops_the_deployment() throws IOException {
    new Workplace(folder.resolve("billing")).change("goto: payment", "goto: paiment");

    assertThat(shown(load(LEAST)))
        .contains("billing/northwind-billing.flow.yaml:119:15: error:")
        .contains("did you mean `payment`?");
  }

  @Test
  void a_connector_with_an_error_stops_the_deployment() throws IOException {
    var workplace = new Workplace(folder.resolve("billing"));
    workplace.change(workplace.folder().resolve("billing.connector.yaml"), "kind: http", "kind: x");

    assertThat(shown(load(LEAST))).contains("billing/billing.connector.yaml:4:7: error:");
  }

  @Test
  void a_deployment_that_is_not_there_is_a_finding() {
    assertThat(shown(load(folder))).contains("there is no such file [file-unreadable]");
  }

  @Test
  void a_shape_error_is_shown_at_its_place() throws IOException {
    assertThat(shown(change("model:", "modell:"))).contains("did you mean `model`?");
  }
}
