package callflow.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/// A peer that speaks whatever a test wants, HTTP or not.
final class RawServer implements AutoCloseable {
  /// What it does on one connection after a whole request has come in.
  @FunctionalInterface
  interface Script {
    void serve(Socket socket) throws IOException;
  }

  private final ServerSocket socket;
  private final AtomicInteger requests = new AtomicInteger();

  RawServer(Script script) {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    Thread.ofVirtual().start(() -> accept(script));
  }

  /// Sends this text and closes.
  static RawServer saying(String text) {
    return new RawServer(peer -> peer.getOutputStream().write(text.getBytes(UTF_8)));
  }

  String url() {
    return "http://localhost:" + socket.getLocalPort();
  }

  /// Whole requests that came in.
  int requests() {
    return requests.get();
  }

  private void accept(Script script) {
    while (!socket.isClosed()) {
      try {
        Socket peer = socket.accept();
        Thread.ofVirtual().start(() -> serve(script, peer));
      } catch (IOException _) {
        // Closed by the test.
      }
    }
  }

  private void serve(Script script, Socket peer) {
    try (peer) {
      readHead(peer);
      requests.incrementAndGet();
      script.serve(peer);
    } catch (IOException _) {
      // The other side has gone, which is what some tests are about.
    }
  }

  private static void readHead(Socket peer) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = peer.getInputStream().read();
      if (octet < 0) throw new IOException("no request");
      head.append((char) octet);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
