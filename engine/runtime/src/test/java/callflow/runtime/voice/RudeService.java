package callflow.runtime.voice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A server on loopback that writes bytes as it likes. It serves one visitor after the other, and
/// knows when one has gone.
final class RudeService implements AutoCloseable {
  /// What is done to a visitor.
  @FunctionalInterface
  interface Manners {
    void serve(Visitor visitor) throws IOException, InterruptedException;
  }

  private final ServerSocket door;
  private final CountDownLatch gone = new CountDownLatch(1);

  RudeService(Manners manners) {
    try {
      door = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("rude").start(() -> open(manners));
  }

  URI url(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + door.getLocalPort() + "/v1/realtime");
  }

  /// Waits until the other side has closed its end of a connection.
  boolean awaitGone() throws InterruptedException {
    return gone.await(30, TimeUnit.SECONDS);
  }

  private void open(Manners manners) {
    try {
      while (true) {
        var socket = door.accept();
        Thread.ofVirtual().start(() -> receive(manners, socket));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void receive(Manners manners, Socket socket) {
    try (socket) {
      manners.serve(new Visitor(socket));
      while (socket.getInputStream().read() >= 0) {}
    } catch (SocketException _) {
      // Reset by the other side.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      gone.countDown();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  /// One connection.
  record Visitor(Socket socket) {
    static final int TEXT = 0x81;
    static final int TEXT_BEGUN = 0x01;
    static final int PIECE = 0x00;
    static final int BINARY = 0x82;
    static final int CLOSE = 0x88;
    static final int PING = 0x89;
    static final int PONG = 0x8A;

    Visitor write(String text) throws IOException {
      return write(text.getBytes(StandardCharsets.UTF_8));
    }

    Visitor write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return this;
    }

    /// Reads the request for a socket.
    String request() throws IOException {
      var read = new StringBuilder();
      while (!read.toString().endsWith("\r\n\r\n")) {
        int next = socket.getInputStream().read();
        if (next < 0) throw new SocketException("gone");
        read.append((char) next);
      }
      return read.toString();
    }

    /// Makes a WebSocket of it.
    Visitor welcome() throws IOException {
      var key =
          request()
              .lines()
              .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
              .map(line -> line.substring("Sec-WebSocket-Key: ".length()))
              .findFirst()
              .orElseThrow();
      return write(
          """
          HTTP/1.1 101 Switching Protocols\r
          Upgrade: websocket\r
          Connection: Upgrade\r
          Sec-WebSocket-Accept: %s\r
          \r
          """
              .formatted(accept(key)));
    }

    private static String accept(String key) {
      try {
        var salted = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        var digest = MessageDigest.getInstance("SHA-1");
        return Base64.getEncoder()
            .encodeToString(digest.digest(salted.getBytes(StandardCharsets.US_ASCII)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    Visitor frame(int first, String payload) throws IOException {
      return frame(first, payload.getBytes(StandardCharsets.UTF_8));
    }

    Visitor frame(int first, byte[] payload) throws IOException {
      return write(framed(first, payload));
    }

    static byte[] framed(int first, byte[] payload) {
      var frame = new ByteArrayOutputStream();
      frame.writeBytes(header(first, payload.length));
      frame.writeBytes(payload);
      return frame.toByteArray();
    }

    static byte[] header(int first, long length) {
      var header = ByteBuffer.allocate(10).put((byte) first);
      if (length < 126) header.put((byte) length);
      else if (length < 65_536) header.put((byte) 126).putShort((short) length);
      else header.put((byte) 127).putLong(length);
      byte[] bytes = new byte[header.flip().remaining()];
      header.get(bytes);
      return bytes;
    }

    /// The first byte of the next frame of the client, whose payload is skipped; -1 at the end.
    int nextFrame() throws IOException {
      var in = socket.getInputStream();
      int first = in.read();
      if (first < 0) return first;
      int length = in.read() & 0x7F;
      if (length == 126) length = in.read() << 8 | in.read();
      in.skipNBytes(length + 4L);
      return first;
    }
  }
}
