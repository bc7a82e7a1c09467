package callflow.value;

import java.time.Duration;

/// How sound travels on one leg of a call: one channel, raw samples without any header.
///
/// @param rate samples a second; G.711 is always 8000
public record AudioFormat(Encoding encoding, int rate) {
  /// What telephone lines in North America and Japan speak, and Twilio everywhere.
  public static final AudioFormat MU_LAW = new AudioFormat(Encoding.MU_LAW, 8000);

  /// What telephone lines elsewhere speak.
  public static final AudioFormat A_LAW = new AudioFormat(Encoding.A_LAW, 8000);

  public AudioFormat {
    if (rate < 8000 || rate > 48000) throw new IllegalArgumentException("rate is " + rate);
    if (encoding != Encoding.PCM && rate != 8000) {
      throw new IllegalArgumentException(encoding + " at " + rate);
    }
  }

  /// Linear samples of 16 bits, signed, the low byte first.
  public static AudioFormat pcm(int rate) {
    return new AudioFormat(Encoding.PCM, rate);
  }

  /// How a sample is written.
  public enum Encoding {
    MU_LAW,
    A_LAW,
    PCM
  }

  public int bytesPerSecond() {
    return encoding == Encoding.PCM ? rate * 2 : rate;
  }

  /// How long so many bytes sound, cut to milliseconds.
  public Duration lengthOf(long bytes) {
    return Duration.ofMillis(bytes * 1000 / bytesPerSecond());
  }
}
