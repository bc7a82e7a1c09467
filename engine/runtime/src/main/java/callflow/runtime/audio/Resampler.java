package callflow.runtime.audio;

import java.util.Arrays;

/// Changes the rate of a stream of samples, block by block.
///
/// For every 20 ms that go in 20 ms come out at once; what is heard lags behind by 2 ms where the
/// lower rate is 8 kHz, and by less elsewhere. The blocks' lengths don't change the result.
final class Resampler {
  private final int up;
  private final int down;
  private final LowPass filter;

  /// As many old samples as the filter looks back at, then the block.
  private final float[] line;

  /// Steps of the common rate from the first sample of the next block to the next sample out.
  private int next;

  /// A stream that begins with silence.
  ///
  /// @param largestBlock how many samples are given at once at most
  Resampler(int from, int to, int largestBlock) {
    int common = greatestDivisor(from, to);
    this.up = to / common;
    this.down = from / common;
    this.filter = new LowPass(up, down);
    this.line = new float[filter.length() - 1 + largestBlock];
  }

  private static int greatestDivisor(int one, int other) {
    return other == 0 ? one : greatestDivisor(other, one % other);
  }

  /// How many samples come out at most when so many go in.
  int most(int count) {
    return Math.toIntExact((long) count * up / down + 1);
  }

  /// How many samples of silence must go in until all that was heard before has come out.
  int tail() {
    return Math.ceilDiv(filter.delay(), up);
  }

  /// The next samples.
  ///
  /// @return how many of them now stand in `out`
  int resample(short[] block, int count, short[] out) {
    int old = filter.length() - 1;
    for (int i = 0; i < count; i++) line[old + i] = block[i];
    int made = 0;
    int at = next;
    for (; at < count * up; at += down) out[made++] = sample(at / up, filter.arm(at % up));
    next = at - count * up;
    System.arraycopy(line, count, line, 0, old);
    return made;
  }

  private short sample(int from, float[] arm) {
    float sum = 0;
    for (int i = 0; i < arm.length; i++) sum += arm[i] * line[from + i];
    return (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /// Forgets what was heard.
  void clear() {
    Arrays.fill(line, 0);
    next = 0;
  }
}
