package callflow.runtime.audio;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// The caller's sound while the session changes: the last of it is kept, the older dropped.
final class HeldSound {
  private final int mostBytes;
  private final Deque<ByteBuffer> pieces = new ArrayDeque<>();
  private int bytes;

  HeldSound(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  void keep(ByteBuffer piece) {
    if (piece.remaining() > mostBytes) return;
    var copy = ByteBuffer.allocate(piece.remaining()).put(piece.duplicate()).flip();
    pieces.add(copy);
    bytes += copy.remaining();
    while (bytes > mostBytes) bytes -= pieces.remove().remaining();
  }

  void release(Consumer<ByteBuffer> to) {
    pieces.forEach(to);
    clear();
  }

  void clear() {
    pieces.clear();
    bytes = 0;
  }
}
