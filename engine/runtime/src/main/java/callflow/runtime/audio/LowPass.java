package callflow.runtime.audio;

/// The filter that keeps what both rates can carry: a windowed sinc, cut into the arms of a
/// polyphase filter.
///
/// Between 8 and 24 kHz these are 95 taps with the cut-off at 3.7 kHz: flat to 3.0 kHz, -0.9 dB at
/// 3.4 kHz, -91 dB at 4.6 kHz. Other pairs of rates get the same shape, scaled to the lower one.
final class LowPass {
  /// Periods of the lower rate that the filter looks at.
  private static final int PERIODS = 32;

  /// The cut-off as a part of the lower rate; half of it is the most that rate can carry.
  private static final double CUT_OFF = 0.4625;

  /// How far neighbouring bands are kept apart: 8 gives more than 80 dB.
  private static final double KAISER_BETA = 8;

  /// For each phase its taps, the one for the oldest sample first.
  private final float[][] arms;

  private final int delay;

  /// The filter for one pair of rates.
  ///
  /// @param up how many steps of the common rate lie between two samples that come in
  /// @param down the same for those that go out
  LowPass(int up, int down) {
    int widest = Math.max(up, down);
    double[] taps = taps(PERIODS * widest - 1, CUT_OFF / widest, up);
    int length = Math.ceilDiv(taps.length, up);
    this.delay = (taps.length - 1) / 2;
    this.arms = new float[up][length];
    for (int i = 0; i < taps.length; i++) arms[i % up][length - 1 - i / up] = (float) taps[i];
  }

  float[] arm(int phase) {
    return arms[phase];
  }

  /// How many steps of the common rate what comes out lags behind what went in.
  int delay() {
    return delay;
  }

  /// How many samples an arm looks at.
  int length() {
    return arms[0].length;
  }

  private static double[] taps(int count, double cutOff, int gain) {
    var taps = new double[count];
    double middle = (count - 1) / 2.0;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double away = i - middle;
      taps[i] = sinc(2 * cutOff * away) * kaiser(away / (middle + 1));
      sum += taps[i];
    }
    for (int i = 0; i < count; i++) taps[i] *= gain / sum;
    return taps;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
  }

  /// The modified Bessel function of the first kind and order 0.
  private static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > 1e-12 * sum; k++) {
      term *= x * x / (4.0 * k * k);
      sum += term;
    }
    return sum;
  }
}
