package callflow.fakegrok;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Words carried in loud sound, so that stand-ins "speak" without speech synthesis and what a
/// socket heard can be compared with what was said.
///
/// Sound is mu-law at 8000 Hz in frames of 20 ms: a marker, a sequence number, a piece of the text
/// in UTF-8, a check sum, and loud padding, so that a detector of speech takes it for speech. An
/// [Ear] reads it again. The bytes of A-law telephony may be carried the same way unchanged.
public final class AudibleText {
  static final int FRAME_MILLIS = 20;
  static final int FRAME_BYTES = 160;
  static final int BYTES_PER_MILLI = FRAME_BYTES / FRAME_MILLIS;

  /// Can't occur in a header, whose bytes are below 100, nor in UTF-8, nor in the padding.
  static final int MARKER = 0x01810282;

  /// Two digits of the sequence number, whether it is the last, and the length of the text.
  static final int HEADER_BYTES = 4;

  static final int MAX_TEXT_BYTES = 96;

  /// Sequence numbers are written as two digits of this base: far from the bytes of silence.
  static final int BASE = 100;

  static final int MAX_SEQUENCE = BASE * BASE - 1;

  /// About half of full scale, in either direction, for mu-law and A-law alike.
  private static final byte[] PADDING = {0x10, (byte) 0x90};

  private AudibleText() {}

  /// Speaks a text.
  ///
  /// @param millisPerCharacter how long one character takes, 1 to 1000
  /// @return whole frames with the text spread evenly; none for an empty text
  public static byte[] encode(String text, int millisPerCharacter) {
    return Frame.joined(frames(text, millisPerCharacter));
  }

  static List<Frame> frames(String text, int millisPerCharacter) {
    if (millisPerCharacter < 1 || millisPerCharacter > 1000) {
      throw new IllegalArgumentException("a character takes " + millisPerCharacter + " ms");
    }
    int[] characters = text.codePoints().map(AudibleText::speakable).toArray();
    int count = Math.ceilDiv(characters.length * millisPerCharacter, FRAME_MILLIS);
    var frames = new ArrayList<Frame>(count);
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * characters.length / count);
      int to = (int) ((long) (i + 1) * characters.length / count);
      frames.add(frame(new String(characters, from, to - from), i, i == count - 1));
    }
    return frames;
  }

  /// What comes after a sequence number; 0 is only ever the first.
  static int next(int sequence) {
    return sequence == MAX_SEQUENCE ? 1 : sequence + 1;
  }

  static int checkSum(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) sum += bytes[i] & 0xFF;
    return sum % BASE;
  }

  private static Frame frame(String piece, int index, boolean last) {
    byte[] text = piece.getBytes(StandardCharsets.UTF_8);
    int sequence = index <= MAX_SEQUENCE ? index : 1 + (index - 1) % MAX_SEQUENCE;
    var sound = new byte[FRAME_BYTES];
    int at = 0;
    for (int shift = 24; shift >= 0; shift -= 8) sound[at++] = (byte) (MARKER >> shift);
    int header = at;
    sound[at++] = (byte) (sequence / BASE);
    sound[at++] = (byte) (sequence % BASE);
    sound[at++] = (byte) (last ? 1 : 0);
    sound[at++] = (byte) text.length;
    System.arraycopy(text, 0, sound, at, text.length);
    at += text.length;
    sound[at] = (byte) checkSum(sound, header, at);
    for (int i = at + 1; i < FRAME_BYTES; i++) sound[i] = PADDING[i % 2];
    return new Frame(piece, sound);
  }

  /// Control characters would look like silence or like a marker.
  private static int speakable(int character) {
    return Character.isISOControl(character) || !Character.isDefined(character)
        ? ' '
        : Character.getType(character) == Character.SURROGATE ? '?' : character;
  }

  /// 20 ms of speech and what is said in it.
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Frame(String piece, byte[] sound) {
    static byte[] joined(List<Frame> frames) {
      var sound = new byte[frames.size() * FRAME_BYTES];
      for (int i = 0; i < frames.size(); i++) {
        System.arraycopy(frames.get(i).sound, 0, sound, i * FRAME_BYTES, FRAME_BYTES);
      }
      return sound;
    }
  }
}
