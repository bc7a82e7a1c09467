package callflow.runtime.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The client against peers that do not behave, over loopback.
class JavaWebSocketServiceTest {
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private URI address() {
    return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/v1/realtime");
  }

  private static <T> FutureTask<T> inBackground(Callable<T> work) {
    var task = new FutureTask<T>(work);
    Thread.ofVirtual().start(task);
    return task;
  }

  private static VoiceService.Listener deaf() {
    return new VoiceService.Listener() {
      @Override
      public void frame(ByteBuffer text) {}

      @Override
      public void closed(String reason) {}
    };
  }

  @Test
  void a_peer_that_never_answers_a_goodbye_does_not_keep_the_connection_open() throws Exception {
    var peer = inBackground(this::acceptAndReadToTheEnd);

    var socket = new JavaWebSocketService(() -> "key").connect(address(), deaf());
    socket.close();

    assertThat(peer.get(20, TimeUnit.SECONDS)).as("the socket was closed").isTrue();
  }

  @Test
  void a_wrong_key_is_told_from_other_trouble() {
    var peer = inBackground(() -> answer("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"));

    assertThatThrownBy(() -> new JavaWebSocketService(() -> "key").connect(address(), deaf()))
        .isInstanceOf(VoiceService.Refused.class)
        .hasMessageContaining("401");
    assertThat(peer).succeedsWithin(20, TimeUnit.SECONDS);
  }

  private boolean answer(String response) throws IOException {
    try (var socket = server.accept()) {
      head(socket.getInputStream());
      write(socket.getOutputStream(), response);
      return true;
    }
  }

  private boolean acceptAndReadToTheEnd() throws Exception {
    try (var socket = server.accept()) {
      write(socket.getOutputStream(), handshake(head(socket.getInputStream())));
      while (socket.getInputStream().read() >= 0) {
        // Whatever it says, also its goodbye, is left without an answer.
      }
      return true;
    }
  }

  private static void write(OutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.US_ASCII));
    to.flush();
  }

  private static String head(InputStream from) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) head.append((char) from.read());
    return head.toString();
  }

  private static String handshake(String request) throws Exception {
    String key =
        request
            .lines()
            .filter(line -> line.startsWith("Sec-WebSocket-Key:"))
            .map(line -> line.substring("Sec-WebSocket-Key:".length()).strip())
            .findFirst()
            .orElseThrow();
    byte[] digest =
        MessageDigest.getInstance("SHA-1")
            .digest(
                (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Accept: "
        + Base64.getEncoder().encodeToString(digest)
        + "\r\n\r\n";
  }
}
