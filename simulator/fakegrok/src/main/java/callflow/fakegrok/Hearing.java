package callflow.fakegrok;

import java.util.ArrayList;
import java.util.List;

/// Notices when a caller begins and stops to speak, and takes down the words.
///
/// Time is that of the sound that arrived, never that of a clock: a line that sends nothing while
/// nobody speaks never ends a turn, as with the real service.
final class Hearing {
  /// Speech is louder than this on average over 20 ms; line noise is far below.
  private static final int LOUD = 500;

  private final SoundFormat format;
  private final SoundFormat.Reader reader;
  private final int silenceMillis;
  private Ear ear = new Ear();
  private String words = "";
  private boolean speaking;
  private long position;
  private long lastLoud;

  sealed interface Noticed {
    /// Speech began.
    ///
    /// @param at milliseconds of sound since the session began
    record Began(long at) implements Noticed {}

    /// More was understood.
    ///
    /// @param words all of this turn so far
    record Said(String words) implements Noticed {}

    record Stopped(long at, String words) implements Noticed {}
  }

  /// Listens to sound of this format.
  ///
  /// @param silenceMillis how long a pause ends a turn
  Hearing(SoundFormat format, int silenceMillis) {
    this.format = format;
    this.reader = format.reader();
    this.silenceMillis = silenceMillis;
  }

  List<Noticed> hear(byte[] sound) {
    byte[] telephone = reader.read(sound);
    var noticed = new ArrayList<Noticed>();
    for (int from = 0; from < telephone.length; from += AudibleText.FRAME_BYTES) {
      int to = Math.min(from + AudibleText.FRAME_BYTES, telephone.length);
      hear(telephone, from, to, noticed);
    }
    return noticed;
  }

  /// Ends the turn by hand.
  ///
  /// @return the words since the last turn
  String commit() {
    String said = ear.text();
    ear = new Ear();
    words = "";
    speaking = false;
    return said;
  }

  /// Whether anything loud came since the last turn.
  boolean speaking() {
    return speaking;
  }

  private void hear(byte[] telephone, int from, int to, List<Noticed> noticed) {
    boolean loud = format.loudness(telephone, from, to) > LOUD;
    if (loud && !speaking) {
      speaking = true;
      noticed.add(new Noticed.Began(millis(position)));
    }
    position += to - from;
    if (loud) lastLoud = position;
    ear.hear(telephone, from, to);
    String now = ear.text();
    if (speaking && !now.equals(words)) {
      words = now;
      noticed.add(new Noticed.Said(words));
    }
    if (speaking && millis(position - lastLoud) >= silenceMillis) {
      noticed.add(new Noticed.Stopped(millis(lastLoud), commit()));
    }
  }

  private static long millis(long samples) {
    return samples / AudibleText.BYTES_PER_MILLI;
  }
}
