package callflow.fakegrok;

/// Telephone sound and linear samples.
///
/// @see "ITU-T G.711, tables 1a and 2a"
final class G711 {
  private static final int BIAS = 132;
  private static final int CLIP = 32635;
  private static final short[] MULAW = new short[256];
  private static final short[] ALAW = new short[256];

  static {
    for (int i = 0; i < 256; i++) {
      MULAW[i] = (short) expandMulaw(i);
      ALAW[i] = (short) expandAlaw(i);
    }
  }

  private G711() {}

  static int fromMulaw(byte code) {
    return MULAW[code & 0xFF];
  }

  static int fromAlaw(byte code) {
    return ALAW[code & 0xFF];
  }

  static byte toMulaw(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
    int exponent = 24 - Integer.numberOfLeadingZeros(magnitude);
    int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
    return (byte) ~(sign | (exponent << 4) | mantissa);
  }

  private static int expandMulaw(int code) {
    int inverted = ~code & 0xFF;
    int magnitude = (((inverted & 0x0F) << 3) + BIAS) << ((inverted >> 4) & 7);
    return (inverted & 0x80) == 0 ? magnitude - BIAS : BIAS - magnitude;
  }

  private static int expandAlaw(int code) {
    int even = code ^ 0x55;
    int exponent = (even >> 4) & 7;
    int base = ((even & 0x0F) << 4) + (exponent == 0 ? 8 : 0x108);
    int magnitude = exponent < 2 ? base : base << (exponent - 1);
    return (even & 0x80) == 0 ? -magnitude : magnitude;
  }
}
