package callflow.runtime.audio;

import callflow.value.AudioFormat.Encoding;
import java.nio.ByteBuffer;

/// Writes samples as bytes, or as base64 of them.
final class SampleWriter {
  private final Encoding encoding;
  private final Room sound = new Room();
  private final Room text = new Room();
  private byte[] into = {};
  private int end;

  SampleWriter(Encoding encoding) {
    this.encoding = encoding;
  }

  /// Begins anew.
  ///
  /// @param most how many samples will come at most
  void begin(int most) {
    into = sound.ofAtLeast(encoding == Encoding.PCM ? most * 2 : most);
    end = 0;
  }

  void write(short[] samples, int count) {
    for (int i = 0; i < count; i++) write(samples[i]);
  }

  private void write(short sample) {
    switch (encoding) {
      case MU_LAW -> into[end++] = G711.toMuLaw(sample);
      case A_LAW -> into[end++] = G711.toALaw(sample);
      case PCM -> {
        into[end++] = (byte) sample;
        into[end++] = (byte) (sample >> 8);
      }
    }
  }

  /// All that was written since [#begin].
  ByteBuffer bytes() {
    return sound.first(end);
  }

  /// The same as base64.
  ByteBuffer base64() {
    int length = Base64Bytes.encodedLength(end);
    Base64Bytes.encode(into, end, text.ofAtLeast(length));
    return text.first(length);
  }
}
