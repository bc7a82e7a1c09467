package callflow.runtime.audio;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Base64 between buffers that are used again, which the JDK's own does not offer.
final class Base64Bytes {
  private static final byte[] SIGNS = new byte[64];
  private static final byte[] BITS = new byte[256];

  static {
    String signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    Arrays.fill(BITS, (byte) -1);
    for (int i = 0; i < SIGNS.length; i++) {
      SIGNS[i] = (byte) signs.charAt(i);
      BITS[SIGNS[i]] = (byte) i;
    }
  }

  private Base64Bytes() {}

  /// Room for what so much text decodes to.
  static int mostDecoded(int length) {
    return Math.ceilDiv(length * 3, 4);
  }

  /// Reads text up to its padding, or to the first sign that is none of base64.
  ///
  /// @param text from position to limit, which are not changed
  /// @return where the bytes written to `into` from `at` on end
  static int decode(ByteBuffer text, byte[] into, int at) {
    int end = at;
    int bits = 0;
    int held = 0;
    for (int i = text.position(); i < text.limit(); i++) {
      int six = BITS[text.get(i) & 0xFF];
      if (six < 0) break;
      bits = (bits << 6) | six;
      held += 6;
      if (held < 8) continue;
      held -= 8;
      into[end++] = (byte) (bits >> held);
    }
    return end;
  }

  /// How long the text for so many bytes is.
  static int encodedLength(int count) {
    return Math.ceilDiv(count, 3) * 4;
  }

  /// Writes bytes as text with padding.
  static void encode(byte[] bytes, int count, byte[] into) {
    int at = 0;
    for (int i = 0; i < count; i += 3) {
      int left = count - i;
      int bits =
          ((bytes[i] & 0xFF) << 16)
              | ((left > 1 ? bytes[i + 1] & 0xFF : 0) << 8)
              | (left > 2 ? bytes[i + 2] & 0xFF : 0);
      into[at++] = SIGNS[bits >> 18];
      into[at++] = SIGNS[(bits >> 12) & 63];
      into[at++] = left > 1 ? SIGNS[(bits >> 6) & 63] : (byte) '=';
      into[at++] = left > 2 ? SIGNS[bits & 63] : (byte) '=';
    }
  }
}
