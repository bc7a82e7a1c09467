package callflow.runtime.server;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Finds the messages in the bytes a WebSocket client sends (RFC 6455, section 5).
///
/// Frames are unmasked and handed over where they lie; only fragments are copied. Nothing is
/// allocated for a message once the buffer has grown to its size.
final class FrameReader {
  /// Hears what was found.
  interface Sink {
    void text(ByteBuffer message);

    void ping(ByteBuffer payload);

    /// The peer says good-bye; nothing after it is told.
    void goodbye(int code);
  }

  /// What a media frame of 20 ms needs, a few times over.
  static final int USUAL_BYTES = 4096;

  private static final int LONGEST_HEAD = 14;
  private static final int LONGEST_CONTROL = 125;
  private static final int CONTINUATION = 0x0;
  private static final int TEXT = 0x1;
  private static final int BINARY = 0x2;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xA;
  private static final int FINE = 0;
  private static final byte[] NOTHING = {};

  private final ServerLimits limits;
  private ByteBuffer in = ByteBuffer.allocate(USUAL_BYTES);
  private ByteBuffer view = in.duplicate();

  /// Where the first unread byte is; `in` itself is always ready to be written.
  private int start;

  private byte[] message = NOTHING;
  private int messageBytes;
  private int fragments;

  FrameReader(ServerLimits limits) {
    this.limits = limits;
  }

  /// Where the next bytes belong; never full.
  ByteBuffer space() {
    return in;
  }

  /// Tells of everything that is whole by now.
  ///
  /// @return 0, or the code to close with: the peer broke a rule and nothing more can be read
  int drain(Sink sink) {
    while (true) {
      int available = in.position() - start;
      if (available < 2) return rest(LONGEST_HEAD);
      int first = in.get(start);
      int second = in.get(start + 1);
      int fault = faultInHead(first, second);
      if (fault != FINE) return fault;

      int head = headBytes(second & 0x7F);
      if (available < head) return rest(LONGEST_HEAD);
      long length = length(second & 0x7F);
      if (length < 0 || length > limits.textBytes()) return Socket.TOO_BIG;
      if (available < head + length) return rest(head + (int) length);

      int payload = start + head;
      unmask(payload, (int) length, in.getInt(payload - 4));
      view.limit(payload + (int) length).position(payload);
      start = payload + (int) length;
      int code = deliver(first, sink);
      if (code != FINE) return code;
    }
  }

  private int faultInHead(int first, int second) {
    int opcode = first & 0x0F;
    boolean last = (first & 0x80) != 0;
    boolean control = opcode >= CLOSE;
    if ((first & 0x70) != 0 || (second & 0x80) == 0) return Socket.PROTOCOL_ERROR;
    if (control && (!last || (second & 0x7F) > LONGEST_CONTROL)) return Socket.PROTOCOL_ERROR;
    return switch (opcode) {
      case BINARY -> Socket.NOT_TEXT;
      case TEXT -> fragments == 0 ? FINE : Socket.PROTOCOL_ERROR;
      case CONTINUATION -> fragments > 0 ? FINE : Socket.PROTOCOL_ERROR;
      case CLOSE, PING, PONG -> FINE;
      default -> Socket.PROTOCOL_ERROR;
    };
  }

  private static int headBytes(int shortLength) {
    int extended = shortLength == 126 ? 2 : shortLength == 127 ? 8 : 0;
    return 2 + extended + 4;
  }

  private long length(int shortLength) {
    if (shortLength == 126) return in.getShort(start + 2) & 0xFFFF;
    if (shortLength == 127) return in.getLong(start + 2);
    return shortLength;
  }

  private void unmask(int from, int length, int mask) {
    long narrow = mask & 0xFFFFFFFFL;
    long wide = (narrow << 32) | narrow;
    int at = from;
    int end = from + length;
    for (; at + 8 <= end; at += 8) in.putLong(at, in.getLong(at) ^ wide);
    for (; at < end; at++) {
      int shift = 24 - 8 * ((at - from) & 3);
      in.put(at, (byte) (in.get(at) ^ (mask >>> shift)));
    }
  }

  private int deliver(int first, Sink sink) {
    boolean last = (first & 0x80) != 0;
    switch (first & 0x0F) {
      case PING -> sink.ping(view);
      case PONG -> {}
      case CLOSE -> sink.goodbye(closeCode());
      default -> {
        if (last && fragments == 0) sink.text(view);
        else return addFragment(last, sink);
      }
    }
    return FINE;
  }

  private int closeCode() {
    return view.remaining() < 2 ? Socket.NORMAL : view.getShort(view.position()) & 0xFFFF;
  }

  private int addFragment(boolean last, Sink sink) {
    fragments++;
    int total = messageBytes + view.remaining();
    if (total > limits.textBytes() || fragments > limits.fragments()) return Socket.TOO_BIG;
    if (message.length < total) message = Arrays.copyOf(message, Math.max(total, USUAL_BYTES));
    view.get(message, messageBytes, view.remaining());
    messageBytes = total;
    if (!last) return FINE;
    sink.text(ByteBuffer.wrap(message, 0, messageBytes));
    message = NOTHING;
    messageBytes = 0;
    fragments = 0;
    return FINE;
  }

  /// Makes room for a frame that takes so many bytes from [#start].
  private int rest(int wanted) {
    int kept = in.position() - start;
    int capacity = Math.max(USUAL_BYTES, wanted);
    if (kept > 0 && in.capacity() - start >= wanted) return FINE;
    if (capacity == in.capacity()) {
      in.limit(in.position()).position(start).compact();
    } else {
      in = ByteBuffer.allocate(capacity).put(0, in, start, kept).position(kept);
      view = in.duplicate();
    }
    start = 0;
    return FINE;
  }
}
