package callflow.runtime.server;

import java.nio.ByteBuffer;

/// Collects the frames a WebSocket server owes its client (RFC 6455, section 5; never masked).
///
/// Not thread-safe. Nothing is allocated for a frame once the buffer has grown to the backlog.
final class FrameWriter {
  /// What an ordinary delta of speech needs, a few times over.
  static final int USUAL_BYTES = 8192;

  static final int TEXT = 0x1;
  static final int CLOSE = 0x8;
  static final int PONG = 0xA;

  /// Room that only control frames may use, so that a good-bye always fits.
  private static final int CONTROL_RESERVE = 256;

  private static final int LAST_FRAGMENT = 0x80;
  private static final int LONGEST_HEAD = 10;
  private final int most;

  /// Ready to be read from: position to limit is owed.
  private ByteBuffer out = ByteBuffer.allocate(USUAL_BYTES).limit(0);

  FrameWriter(int most) {
    this.most = most;
  }

  /// What is owed. The reader moves its position.
  ByteBuffer owed() {
    return out;
  }

  /// Adds one message.
  ///
  /// @return false if it would owe too much; then nothing is added
  boolean addText(byte[] head, ByteBuffer middle, byte[] tail) {
    int length = head.length + middle.remaining() + tail.length;
    if (!makeRoom(length, most)) return false;
    addHead(TEXT, length);
    add(head);
    int at = out.limit();
    out.limit(at + middle.remaining()).put(at, middle, middle.position(), middle.remaining());
    add(tail);
    return true;
  }

  boolean addPong(ByteBuffer payload) {
    int length = payload.remaining();
    if (!makeRoom(length, most)) return false;
    addHead(PONG, length);
    int at = out.limit();
    out.limit(at + length).put(at, payload, payload.position(), length);
    return true;
  }

  void addClose(int code) {
    makeRoom(2, most + CONTROL_RESERVE);
    addHead(CLOSE, 2);
    addByte(code >> 8);
    addByte(code);
  }

  /// Gives back what a burst has taken.
  void shrink() {
    if (out.hasRemaining()) return;
    if (out.capacity() > USUAL_BYTES) out = ByteBuffer.allocate(USUAL_BYTES);
    out.position(0).limit(0);
  }

  private boolean makeRoom(int length, int bound) {
    int needed = out.remaining() + LONGEST_HEAD + length;
    if (needed > bound) return false;
    if (out.capacity() - out.limit() >= LONGEST_HEAD + length) return true;
    if (needed <= out.capacity()) {
      out.compact().flip();
    } else {
      int capacity = (int) Math.min(2L * needed, bound);
      int kept = out.remaining();
      out = ByteBuffer.allocate(capacity).put(0, out, out.position(), kept).limit(kept);
    }
    return true;
  }

  private void addHead(int opcode, int length) {
    addByte(LAST_FRAGMENT | opcode);
    if (length < 126) {
      addByte(length);
    } else if (length < 1 << 16) {
      addByte(126);
      addByte(length >> 8);
      addByte(length);
    } else {
      addByte(127);
      for (int shift = 56; shift >= 0; shift -= 8) addByte((int) ((long) length >> shift));
    }
  }

  private void addByte(int value) {
    int at = out.limit();
    out.limit(at + 1).put(at, (byte) value);
  }

  private void add(byte[] bytes) {
    int at = out.limit();
    out.limit(at + bytes.length).put(at, bytes);
  }
}
