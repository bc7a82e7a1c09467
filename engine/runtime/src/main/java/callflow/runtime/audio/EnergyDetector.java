package callflow.runtime.audio;

import callflow.value.AudioFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Hears from the loudness of the caller's sound when somebody begins to speak and when they have
/// stopped, for voice services that don't say it.
///
/// Looks at windows of 20 ms: speech is what stands out from the noise of the line, and lasts
/// longer than a click. One for each stream; not for two threads at a time.
public final class EnergyDetector {
  private static final int WINDOWS_A_SECOND = 50;

  /// So many of the last windows are looked at, 100 ms.
  private static final int RECENT = 5;

  /// So many of them must be loud for speech to begin; a click fills two at most.
  private static final int LOUD_TO_BEGIN = 4;

  private static final int ALL_RECENT = (1 << RECENT) - 1;

  private final int pause;
  private final SampleReader reader;
  private final NoiseFloor floor = new NoiseFloor();
  private final short[] window;
  private int filled;
  private long windows;

  /// One bit for each recent window, set when it was loud; the newest is the lowest.
  private int recent;

  private boolean speaking;

  /// The last loud window right after another; a click in a pause does not lengthen it.
  private long lastLoud;

  /// A detector at the beginning of a stream.
  ///
  /// @param pause how long nobody must speak until speech has ended, in steps of 20 ms; 500 ms is
  ///   usual
  public EnergyDetector(AudioFormat format, Duration pause) {
    if (!pause.isPositive()) throw new IllegalArgumentException("pause is " + pause);
    this.pause = Math.toIntExact(Math.ceilDiv(pause.toMillis() * WINDOWS_A_SECOND, 1000));
    this.reader = new SampleReader(format.encoding());
    this.window = new short[format.rate() / WINDOWS_A_SECOND];
  }

  /// Whether somebody speaks just now.
  public boolean speaking() {
    return speaking;
  }

  /// What the next chunk brings, in order; mostly nothing.
  ///
  /// @param bytes from position to limit, which are not changed; at most 1 MiB
  public List<Speech> hear(ByteBuffer bytes) {
    reader.take(bytes);
    return heard();
  }

  /// The same for base64 that is complete by itself.
  public List<Speech> hearBase64(ByteBuffer base64) {
    reader.takeBase64(base64);
    return heard();
  }

  private List<Speech> heard() {
    List<Speech> changes = List.of();
    while (fillWindow()) {
      boolean was = speaking;
      endWindow();
      if (was == speaking) continue;
      if (changes.isEmpty()) changes = new ArrayList<>();
      changes.add(speaking ? new Speech.Began(began()) : new Speech.Ended(time(lastLoud + 1)));
    }
    return changes;
  }

  private boolean fillWindow() {
    filled += reader.next(window, filled);
    if (filled < window.length) return false;
    filled = 0;
    return true;
  }

  private void endWindow() {
    double level = NoiseFloor.level(window);
    boolean loud = speaking ? floor.isStillSpeech(level) : floor.isSpeech(level);
    floor.hear(level);
    recent = ((recent << 1) | (loud ? 1 : 0)) & ALL_RECENT;
    boolean twice = (recent & 0b11) == 0b11;
    if (twice) lastLoud = windows;
    if (!speaking) {
      speaking = Integer.bitCount(recent) >= LOUD_TO_BEGIN;
    } else if (windows - lastLoud >= pause) {
      speaking = false;
      recent = 0;
    }
    windows++;
  }

  /// Where the first of the loud windows began.
  private Duration began() {
    int oldest = 31 - Integer.numberOfLeadingZeros(recent);
    return time(windows - 1 - oldest);
  }

  private Duration time(long window) {
    return Duration.ofMillis(window * 1000 / WINDOWS_A_SECOND);
  }
}
