package callflow.fakegrok;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/// The beats of one reply, played one after the other in their time. Used by the session's thread
/// alone.
final class Script {
  private final Queue<Beat> beats = new ArrayDeque<>();
  private final Agenda agenda;

  private record Beat(Duration pause, Runnable what) {}

  Script(Agenda agenda) {
    this.agenda = agenda;
  }

  /// Adds a beat right behind the one before.
  void then(Runnable what) {
    then(Duration.ZERO, what);
  }

  void then(Duration pause, Runnable what) {
    beats.add(new Beat(pause, what));
  }

  /// Plays the beats without a pause at once, the others in their time.
  void play() {
    var next = beats.peek();
    while (next != null && next.pause().isZero()) {
      beats.remove();
      next.what().run();
      next = beats.peek();
    }
    if (next != null) later(next);
  }

  /// Forgets what was not played yet.
  void stop() {
    beats.clear();
  }

  private void later(Beat beat) {
    agenda.after(
        beat.pause(),
        () -> {
          if (!beats.remove(beat)) return;
          beat.what().run();
          play();
        });
  }
}
