package callflow.runtime.audio;

import callflow.value.AudioFormat;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/// Sound made for tests.
final class Sounds {
  private Sounds() {}

  static short[] tone(int rate, double hertz, double amplitude, int millis) {
    var samples = new short[rate / 1000 * millis + rate % 1000 * millis / 1000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return samples;
  }

  static short[] silence(int rate, int millis) {
    return tone(rate, 0, 0, millis);
  }

  /// White noise.
  ///
  /// @param level its root mean square
  static short[] noise(int rate, double level, int millis, long seed) {
    var random = new Random(seed);
    short[] samples = silence(rate, millis);
    for (int i = 0; i < samples.length; i++) samples[i] = (short) (random.nextGaussian() * level);
    return samples;
  }

  static short[] sum(short[] one, short[] other) {
    var both = one.clone();
    for (int i = 0; i < other.length; i++) both[i] += other[i];
    return both;
  }

  static short[] joined(short[]... parts) {
    int length = 0;
    for (short[] part : parts) length += part.length;
    var all = new short[length];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  static byte[] pcm(short[] samples) {
    var bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }

  static byte[] muLaw(short[] samples) {
    var bytes = new byte[samples.length];
    for (int i = 0; i < bytes.length; i++) bytes[i] = G711.toMuLaw(samples[i]);
    return bytes;
  }

  static short[] samples(byte[] pcm) {
    var samples = new short[pcm.length / 2];
    ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return samples;
  }

  static byte[] bytes(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.get(buffer.position(), bytes);
    return bytes;
  }

  /// Everything a transcoder makes of a stream that comes in chunks of this length.
  static byte[] converted(AudioFormat from, AudioFormat to, byte[] sound, int chunk) {
    var transcoder = Transcoder.between(from, to);
    var out = new ByteArrayOutputStream();
    for (int at = 0; at < sound.length; at += chunk) {
      int length = Math.min(chunk, sound.length - at);
      out.writeBytes(bytes(transcoder.convert(ByteBuffer.wrap(sound, at, length))));
    }
    out.writeBytes(bytes(transcoder.finish()));
    return out.toByteArray();
  }

  /// The root mean square.
  static double level(short[] samples) {
    return NoiseFloor.level(samples);
  }
}
