package callflow.fakegrok.caller;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What Twilio plays to the caller: one queue of sound and marks, played in real time, dropped as a
/// whole. Used under the stream's lock.
final class Playback {
  private static final int FRAME_BYTES = 160;

  /// Ten minutes; who sends more will not be able to stop speaking.
  private static final int MAX_BYTES = 10 * 60 * 8_000;

  private static final int MAX_MARKS = 10_000;

  private final Deque<Queued> queue = new ArrayDeque<>();
  private final Ear ear;
  private int bytes;
  private int marks;

  private sealed interface Queued {
    /// Sound, of which the first bytes were played.
    final class Sound implements Queued {
      private final byte[] mulaw;
      private int played;

      Sound(byte[] mulaw) {
        this.mulaw = mulaw;
      }
    }

    record Mark(String name) implements Queued {}
  }

  /// Who hears what is played.
  interface Ear {
    void hear(byte[] mulaw, int from, int to);
  }

  Playback(Ear ear) {
    this.ear = ear;
  }

  /// Puts sound behind what is there.
  ///
  /// @return false if there is no room
  boolean play(byte[] mulaw) {
    if (bytes + mulaw.length > MAX_BYTES) return false;
    bytes += mulaw.length;
    queue.add(new Queued.Sound(mulaw));
    return true;
  }

  /// Puts a mark behind what is there.
  ///
  /// @return false if there is no room
  boolean mark(String name) {
    if (marks == MAX_MARKS) return false;
    marks++;
    queue.add(new Queued.Mark(name));
    return true;
  }

  /// Plays 20 ms.
  ///
  /// @return the marks that were reached, in order
  List<String> tick() {
    var reached = new ArrayList<String>();
    int left = FRAME_BYTES;
    while (!queue.isEmpty()) {
      switch (queue.element()) {
        case Queued.Mark(String name) -> reached.add(name);
        case Queued.Sound sound -> {
          int now = Math.min(left, sound.mulaw.length - sound.played);
          ear.hear(sound.mulaw, sound.played, sound.played + now);
          sound.played += now;
          left -= now;
          bytes -= now;
          if (sound.played < sound.mulaw.length) return reached;
        }
      }
      if (queue.remove() instanceof Queued.Mark) marks--;
    }
    return reached;
  }

  /// Drops everything.
  ///
  /// @return the marks that were outstanding, in order
  List<String> clear() {
    var outstanding =
        queue.stream()
            .filter(Queued.Mark.class::isInstance)
            .map(queued -> ((Queued.Mark) queued).name())
            .toList();
    queue.clear();
    bytes = 0;
    marks = 0;
    return outstanding;
  }
}
