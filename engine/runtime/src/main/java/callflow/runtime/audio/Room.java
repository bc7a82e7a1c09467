package callflow.runtime.audio;

import java.nio.ByteBuffer;

/// Bytes that are used again and again, and are exchanged for more only when they don't suffice.
final class Room {
  private ByteBuffer buffer = ByteBuffer.allocate(0);

  /// At least so many bytes; what stood in the room may be gone.
  byte[] ofAtLeast(int bytes) {
    if (buffer.capacity() < bytes) {
      buffer = ByteBuffer.allocate(Math.max(bytes, buffer.capacity() * 2));
    }
    return buffer.array();
  }

  /// The first bytes of the room; the same buffer every time.
  ByteBuffer first(int bytes) {
    return buffer.clear().limit(bytes);
  }
}
