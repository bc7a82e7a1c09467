package callflow.runtime.audio;

/// The two ways telephone lines write a sample in 8 bits.
///
/// @see "ITU-T G.711, tables 1a to 2b; the usual scaling to 16 bits"
final class G711 {
  private static final int BIAS = 132;
  private static final int MU_LAW_CLIP = 32_635;

  private static final short[] FROM_MU_LAW = new short[256];
  private static final short[] FROM_A_LAW = new short[256];

  static {
    for (int code = 0; code < 256; code++) {
      FROM_MU_LAW[code] = (short) expandedMuLaw(~code);
      FROM_A_LAW[code] = (short) expandedALaw(code ^ 0x55);
    }
  }

  private G711() {}

  /// -32124 to 32124; silence is 0xFF.
  static short fromMuLaw(byte code) {
    return FROM_MU_LAW[code & 0xFF];
  }

  /// -32256 to 32256, never 0; silence is 0xD5.
  static short fromALaw(byte code) {
    return FROM_A_LAW[code & 0xFF];
  }

  static byte toMuLaw(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs(sample), MU_LAW_CLIP) + BIAS;
    int segment = highestBit(magnitude) - 7;
    int step = (magnitude >> (segment + 3)) & 0x0F;
    return (byte) ~(sign | (segment << 4) | step);
  }

  static byte toALaw(int sample) {
    int sign = sample < 0 ? 0 : 0x80;
    int magnitude = sample < 0 ? ~sample : sample;
    int segment = Math.max(0, highestBit(magnitude | 1) - 7);
    int step = (magnitude >> Math.max(4, segment + 3)) & 0x0F;
    return (byte) ((sign | (segment << 4) | step) ^ 0x55);
  }

  private static int highestBit(int number) {
    return 31 - Integer.numberOfLeadingZeros(number);
  }

  private static int expandedMuLaw(int bits) {
    int magnitude = ((((bits & 0x0F) << 3) + BIAS) << ((bits >> 4) & 7)) - BIAS;
    return (bits & 0x80) == 0 ? magnitude : -magnitude;
  }

  private static int expandedALaw(int bits) {
    int segment = (bits >> 4) & 7;
    int middle = ((bits & 0x0F) << 4) + 8;
    int magnitude = segment == 0 ? middle : (middle + 256) << (segment - 1);
    return (bits & 0x80) == 0 ? -magnitude : magnitude;
  }
}
