package callflow.fakegrok;

import java.util.Arrays;
import java.util.Optional;

/// How sound is written on a session's wire. PCM is signed 16 bit, little endian, mono.
///
/// @param rate samples a second, 8000 to 48000; always 8000 for telephone sound
record SoundFormat(Kind kind, int rate) {
  static final int TELEPHONE_RATE = 8000;
  private static final int MAX_RATE = 48000;

  /// What the service takes when nothing is said.
  static final SoundFormat DEFAULT = new SoundFormat(Kind.PCM, 24000);

  enum Kind {
    MULAW,
    ALAW,
    PCM
  }

  /// The format of this name.
  ///
  /// @param name as either dialect writes it
  /// @return empty if it is no format we can speak
  static Optional<SoundFormat> of(String name, int rate) {
    return switch (name) {
      case "audio/pcmu", "pcmu", "g711_ulaw" ->
          Optional.of(new SoundFormat(Kind.MULAW, TELEPHONE_RATE));
      case "audio/pcma", "pcma", "g711_alaw" ->
          Optional.of(new SoundFormat(Kind.ALAW, TELEPHONE_RATE));
      case "audio/pcm", "pcm16", "pcm" ->
          rate < TELEPHONE_RATE || rate > MAX_RATE
              ? Optional.empty()
              : Optional.of(new SoundFormat(Kind.PCM, rate));
      default -> Optional.empty();
    };
  }

  /// Audible text for this wire; PCM repeats samples, so that a [Reader] finds them again.
  byte[] write(byte[] mulaw) {
    if (kind != Kind.PCM) return mulaw;
    int samples = (int) ((long) mulaw.length * rate / TELEPHONE_RATE);
    var pcm = new byte[samples * 2];
    for (int i = 0; i < samples; i++) {
      int sample = G711.fromMulaw(mulaw[(int) ((long) i * TELEPHONE_RATE / rate)]);
      pcm[2 * i] = (byte) sample;
      pcm[2 * i + 1] = (byte) (sample >> 8);
    }
    return pcm;
  }

  /// How loud a stretch of [Reader]'s bytes is: the mean amplitude, 0 to 32767.
  int loudness(byte[] telephone, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum +=
          Math.abs(kind == Kind.ALAW ? G711.fromAlaw(telephone[i]) : G711.fromMulaw(telephone[i]));
    }
    return to == from ? 0 : (int) (sum / (to - from));
  }

  Reader reader() {
    return new Reader(this);
  }

  /// Brings one stream back to a byte per sample at 8000 Hz; remembers half a sample between calls.
  static final class Reader {
    private final SoundFormat format;
    private long position;
    private int low;
    private boolean half;

    private Reader(SoundFormat format) {
      this.format = format;
    }

    byte[] read(byte[] sound) {
      if (format.kind != Kind.PCM) return sound;
      var telephone = new byte[sound.length];
      int count = 0;
      for (byte b : sound) {
        if (half && first(position++)) {
          telephone[count++] = G711.toMulaw((short) ((b << 8) | low));
        }
        low = b & 0xFF;
        half = !half;
      }
      return Arrays.copyOf(telephone, count);
    }

    /// Whether this sample is the first of those that carry the same one.
    private boolean first(long sample) {
      return sample == 0
          || sample * TELEPHONE_RATE / format.rate != (sample - 1) * TELEPHONE_RATE / format.rate;
    }
  }
}
