package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FakeGrokCommandTest {
  @Test
  void a_port_that_is_taken_is_named() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      int port = taken.getLocalPort();

      var run = CommandLineRun.of("fake-grok", "--port", String.valueOf(port));

      assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
      assertThat(run.err()).startsWith("`--port`: 127.0.0.1 port " + port + " can't be had");
    }
  }
}
