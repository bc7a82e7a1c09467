package callflow.runtime.audio;

import callflow.value.AudioFormat.Encoding;
import java.nio.ByteBuffer;

/// Takes sound as it comes from a socket and gives it as samples. A sample may be split between two
/// chunks.
final class SampleReader {
  /// The largest chunk that is taken; no socket of ours lets a larger frame through.
  static final int LARGEST_CHUNK = 1 << 20;

  private final Encoding encoding;
  private final Room room = new Room();
  private int at;
  private int end;

  SampleReader(Encoding encoding) {
    this.encoding = encoding;
  }

  /// Begins the next chunk.
  ///
  /// @param bytes from position to limit, which are not changed
  void take(ByteBuffer bytes) {
    int count = bytes.remaining();
    byte[] sound = roomFor(count, count);
    bytes.get(bytes.position(), sound, end, count);
    end += count;
  }

  /// The same for base64 that is complete by itself; what is none ends it.
  void takeBase64(ByteBuffer text) {
    byte[] sound = roomFor(text.remaining(), Base64Bytes.mostDecoded(text.remaining()));
    end = Base64Bytes.decode(text, sound, end);
  }

  /// Begins a new chunk behind half a sample of the last one.
  private byte[] roomFor(int chunk, int bytes) {
    if (chunk > LARGEST_CHUNK) throw new IllegalArgumentException("a chunk of " + chunk);
    boolean half = at < end;
    byte kept = half ? room.ofAtLeast(end)[at] : 0;
    byte[] sound = room.ofAtLeast(bytes + 1);
    sound[0] = kept;
    at = 0;
    end = half ? 1 : 0;
    return sound;
  }

  /// How many whole samples are left of the chunk.
  int left() {
    return encoding == Encoding.PCM ? (end - at) / 2 : end - at;
  }

  /// The next samples of the chunk, as many as the block has room for behind its first `from`.
  ///
  /// @return how many there are; 0 when the chunk is read
  int next(short[] block, int from) {
    int count = Math.min(block.length - from, left());
    byte[] sound = room.ofAtLeast(end);
    for (int i = 0; i < count; i++) block[from + i] = sample(sound);
    return count;
  }

  private short sample(byte[] sound) {
    return switch (encoding) {
      case MU_LAW -> G711.fromMuLaw(sound[at++]);
      case A_LAW -> G711.fromALaw(sound[at++]);
      case PCM -> (short) ((sound[at++] & 0xFF) | (sound[at++] << 8));
    };
  }

  /// Forgets half a sample.
  void clear() {
    at = 0;
    end = 0;
  }
}
