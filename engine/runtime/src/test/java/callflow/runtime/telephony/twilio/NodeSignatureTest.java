package callflow.runtime.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Twilio's own Node library signs, we check.
@Timeout(120)
class NodeSignatureTest {
  private static final Path LIBRARY = Path.of(".ci/node/node_modules/twilio/lib/webhooks/webhooks");
  private static final String SIGN =
      """
      const { getExpectedTwilioSignature } = require(process.argv[1]);
      const [token, url, ...fields] = process.argv.slice(2);
      const params = {};
      for (let i = 0; i < fields.length; i += 2) params[fields[i]] = fields[i + 1];
      process.stdout.write(getExpectedTwilioSignature(token, url, params));
      """;

  @AutoClose private final Twilio twilio = new Twilio();

  @Test
  void what_twilio_s_own_library_signs_is_right() throws Exception {
    var library = library();
    var fields =
        Twilio.with(
            Twilio.call(Twilio.CALL, "ringing"),
            "FromCity",
            "Köln + \"Deutz\" & 日本",
            "Empty",
            "",
            "CallerName",
            "a=b&c%20d");

    for (var target : List.of("/twilio/voice", "/twilio/voice?a=b%20c&d=%C3%A4+%2F%26")) {
      var signature = signed(library, Twilio.PUBLIC + target, fields);
      assertThat(twilio.post(target, Twilio.encoded(fields), signature).statusCode())
          .as(target)
          .isEqualTo(200);
    }
  }

  @Test
  void an_upgrade_that_twilio_s_own_library_signs_is_right() throws Exception {
    var signature = signed(library(), "wss://calls.example.com/twilio/media", Map.of());
    var stream =
        new MediaStream(java.net.URI.create(twilio.local("ws") + "/twilio/media"), signature);

    assertThat(stream.connectBlocking()).isTrue();
  }

  private static Path library() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var library = folder.resolve(LIBRARY);
      if (Files.exists(library.resolveSibling("webhooks.js"))) return library;
    }
    var reason = "skipped: npm package twilio is not in .ci/node/node_modules";
    System.out.println(reason);
    assumeTrue(false, reason);
    return LIBRARY;
  }

  private static String signed(Path library, String url, Map<String, String> fields)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(List.of("node", "-e", SIGN, library.toString(), Twilio.TOKEN, url));
    fields.forEach((name, value) -> command.addAll(List.of(name, value)));
    var node = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var signature = new String(node.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(signature).hasSize(28);
    return signature;
  }
}
