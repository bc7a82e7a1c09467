package callflow.fakegrok.caller;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/// What the caller will say and press, in order; outlives a media stream. Callable from any thread.
final class Outgoing {
  private static final int FRAME_BYTES = 160;
  private static final int MAX_FRAMES = 30_000;

  private final Deque<Piece> pieces = new ArrayDeque<>();

  /// What happens at one tick.
  sealed interface Piece {
    /// 20 ms of sound.
    ///
    /// @param begins the words that begin with this frame
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Frame(byte[] mulaw, Optional<String> begins) implements Piece {}

    record Key(char key) implements Piece {}
  }

  synchronized void say(String words, byte[] mulaw) {
    for (int from = 0; from < mulaw.length; from += FRAME_BYTES) {
      var begins = from == 0 && !words.isEmpty() ? Optional.of(words) : Optional.<String>empty();
      add(new Piece.Frame(Arrays.copyOfRange(mulaw, from, from + FRAME_BYTES), begins));
    }
  }

  synchronized void press(char key) {
    add(new Piece.Key(key));
  }

  synchronized Optional<Piece> next() {
    return Optional.ofNullable(pieces.poll());
  }

  synchronized boolean isEmpty() {
    return pieces.isEmpty();
  }

  private void add(Piece piece) {
    if (pieces.size() == MAX_FRAMES) throw new IllegalStateException("more than ten minutes");
    pieces.add(piece);
  }
}
