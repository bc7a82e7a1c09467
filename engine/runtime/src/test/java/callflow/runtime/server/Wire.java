package callflow.runtime.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A client that writes bytes as it likes, for what a proper client never does.
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;
  private final java.net.Socket socket = new java.net.Socket();

  Wire(InetSocketAddress address) throws IOException {
    socket.connect(address, PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  Wire send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Wire send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /// Asks for a WebSocket and reads the head of the answer.
  String upgrade(String path) throws IOException {
    var key = Base64.getEncoder().encodeToString(new byte[16]);
    send(
        """
        GET %s HTTP/1.1\r
        Host: nobody.example\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: %s\r
        \r
        """
            .formatted(path, key));
    return head();
  }

  String head() throws IOException {
    var read = new StringBuilder();
    while (!read.toString().endsWith("\r\n\r\n")) {
      int next = socket.getInputStream().read();
      if (next < 0) break;
      read.append((char) next);
    }
    return read.toString();
  }

  /// One frame as a client sends it.
  static byte[] frame(int first, String payload) {
    return frame(first, payload.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] frame(int first, byte[] payload) {
    var frame = head(first, payload.length);
    byte[] mask = {1, 2, 3, 4};
    frame.writeBytes(mask);
    for (int i = 0; i < payload.length; i++) frame.write(payload[i] ^ mask[i & 3]);
    return frame.toByteArray();
  }

  /// The beginning of a frame, up to where the mask stands.
  static ByteArrayOutputStream head(int first, long length) {
    var head = new ByteArrayOutputStream();
    head.write(first);
    if (length < 126) {
      head.write(0x80 | (int) length);
    } else if (length < 1 << 16) {
      head.write(0x80 | 126);
      head.write((int) length >> 8);
      head.write((int) length);
    } else {
      head.write(0x80 | 127);
      for (int shift = 56; shift >= 0; shift -= 8) head.write((int) (length >> shift));
    }
    return head;
  }

  /// Reads one short frame of the server.
  byte[] frame() throws IOException {
    var in = socket.getInputStream();
    in.readNBytes(1);
    int length = in.read();
    if (length == 126) length = (in.read() << 8) | in.read();
    return in.readNBytes(length);
  }

  String text() throws IOException {
    return new String(frame(), StandardCharsets.UTF_8);
  }

  /// Reads the server's good-bye.
  int closeCode() throws IOException {
    var payload = frame();
    return ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
  }

  /// Waits until the server closes the connection; what it says before is dropped.
  void untilClosed() throws IOException {
    try {
      while (socket.getInputStream().read() >= 0) {
        // dropped
      }
    } catch (java.net.SocketException _) {
      // reset, which is closed, too
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
