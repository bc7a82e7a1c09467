package callflow.runtime.audio;

import callflow.value.AudioFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

/// Sound of nobody.
final class Silence {
  private static final byte MU_LAW = (byte) 0xFF;
  private static final byte A_LAW = (byte) 0xD5;

  private Silence() {}

  /// So much of it, in base64.
  static ByteBuffer base64(AudioFormat format, Duration length) {
    byte[] sound = new byte[(int) (length.toMillis() * format.bytesPerSecond() / 1000)];
    byte quiet =
        switch (format.encoding()) {
          case MU_LAW -> MU_LAW;
          case A_LAW -> A_LAW;
          case PCM -> 0;
        };
    Arrays.fill(sound, quiet);
    return ByteBuffer.wrap(Base64.getEncoder().encode(sound)).asReadOnlyBuffer();
  }
}
