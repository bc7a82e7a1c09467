package callflow.runtime.audio;

import callflow.value.AudioFormat;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Turns a stream of sound into another format, chunk by chunk, however it is cut into chunks.
///
/// Keeps a filter's memory and half a sample between chunks, so each stream has its own; not for
/// two threads at a time. What is given back is the transcoder's own and holds until the next call;
/// once it has seen its largest chunk it allocates nothing.
public final class Transcoder {
  /// Samples that are converted at a time; 20 ms at the highest rate.
  private static final int BLOCK = 960;

  private final boolean identity;
  private final SampleReader reader;
  private final SampleWriter writer;
  private final Optional<Resampler> resampler;
  private final short[] block = new short[BLOCK];
  private final short[] resampled;

  private Transcoder(AudioFormat from, AudioFormat to) {
    this.identity = from.equals(to);
    this.reader = new SampleReader(from.encoding());
    this.writer = new SampleWriter(to.encoding());
    this.resampler =
        from.rate() == to.rate()
            ? Optional.empty()
            : Optional.of(new Resampler(from.rate(), to.rate(), BLOCK));
    this.resampled = new short[most(BLOCK)];
  }

  /// For all formats a line or a voice service of ours may speak.
  public static Transcoder between(AudioFormat from, AudioFormat to) {
    return new Transcoder(from, to);
  }

  /// Whether sound goes through unchanged.
  public boolean isIdentity() {
    return identity;
  }

  /// The next chunk.
  ///
  /// @param bytes from position to limit, which are not changed; at most 1 MiB
  /// @return `bytes` itself where nothing is to be done
  public ByteBuffer convert(ByteBuffer bytes) {
    if (identity) return bytes;
    reader.take(bytes);
    convertChunk();
    return writer.bytes();
  }

  /// The next chunk, both in base64 that is complete by itself; samples may be split all the same.
  ///
  /// @param base64 from position to limit, which are not changed; at most 1 MiB; read up to the
  ///   first sign that is none of base64
  /// @return `base64` itself where nothing is to be done
  public ByteBuffer convertBase64(ByteBuffer base64) {
    if (identity) return base64;
    reader.takeBase64(base64);
    convertChunk();
    return writer.base64();
  }

  private int most(int count) {
    return resampler.map(each -> each.most(count)).orElse(count);
  }

  private void convertChunk() {
    writer.begin(most(reader.left()) + 1);
    while (reader.left() > 0) convertBlock(reader.next(block, 0));
  }

  private void convertBlock(int count) {
    if (resampler.isEmpty()) {
      writer.write(block, count);
    } else {
      writer.write(resampled, resampler.get().resample(block, count, resampled));
    }
  }

  /// The last of the sound, about 2 ms that the filter still held; then the stream begins anew.
  public ByteBuffer finish() {
    drain();
    return writer.bytes();
  }

  /// The same as base64; may be empty.
  public ByteBuffer finishBase64() {
    drain();
    return writer.base64();
  }

  private void drain() {
    int tail = resampler.map(Resampler::tail).orElse(0);
    Arrays.fill(block, 0, tail, (short) 0);
    writer.begin(most(tail) + 1);
    convertBlock(tail);
    clear();
  }

  /// Forgets what was heard so far: the stream was broken off, and what comes next is another.
  public void clear() {
    reader.clear();
    resampler.ifPresent(Resampler::clear);
  }
}
