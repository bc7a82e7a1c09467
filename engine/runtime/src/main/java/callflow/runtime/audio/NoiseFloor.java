package callflow.runtime.audio;

/// How loud a line is when nobody speaks, learned while it is heard.
///
/// It follows a line that grows quieter at once and one that grows louder slowly: speech has gaps,
/// noise has none. Levels are root mean squares of 16-bit samples.
final class NoiseFloor {
  /// Speech is never softer on a telephone, about -47 dB below the loudest.
  private static final double SOFTEST_SPEECH = 150;

  /// How much louder than the noise speech begins, 10 dB, and how much it keeps above it, 6 dB.
  private static final double ABOVE_TO_BEGIN = 3;

  private static final double ABOVE_TO_GO_ON = 2;

  /// A quieter line is not told apart: speech begins at [#SOFTEST_SPEECH] on all of them.
  private static final double QUIETEST = SOFTEST_SPEECH / ABOVE_TO_BEGIN;

  /// 200 ms at the beginning of which the softest is taken for the noise.
  private static final int LEARNING_WINDOWS = 10;

  /// More is not believed to be noise at the beginning: somebody may be speaking already.
  private static final double LOUDEST_AT_FIRST = 330;

  /// More is not believed to be noise at all, -30 dB: who shouts must be heard on any line.
  private static final double LOUDEST = 1000;

  /// 3 dB in a second.
  private static final double RISE_A_WINDOW = 1.0069;

  private static final double FALL_A_WINDOW = 0.3;

  private double floor = LOUDEST_AT_FIRST;
  private int heard;

  /// How loud a window is; a constant offset of the line doesn't count.
  static double level(short[] window) {
    double sum = 0;
    double squares = 0;
    for (short sample : window) {
      sum += sample;
      squares += (double) sample * sample;
    }
    double mean = sum / window.length;
    return Math.sqrt(Math.max(0, squares / window.length - mean * mean));
  }

  boolean isSpeech(double level) {
    return level > Math.max(SOFTEST_SPEECH, floor * ABOVE_TO_BEGIN);
  }

  boolean isStillSpeech(double level) {
    return level > Math.max(SOFTEST_SPEECH, floor * ABOVE_TO_GO_ON);
  }

  void hear(double level) {
    if (heard < LEARNING_WINDOWS) {
      heard++;
      floor = Math.min(floor, level);
    } else if (level < floor) {
      floor += (level - floor) * FALL_A_WINDOW;
    } else {
      floor = Math.min(Math.min(level, LOUDEST), Math.max(QUIETEST, floor) * RISE_A_WINDOW);
    }
  }
}
