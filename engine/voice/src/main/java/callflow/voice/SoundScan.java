package callflow.voice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// Finds the sound in a frame by walking over its bytes, and knows no dialect but for the names it
/// is given.
///
/// Says yes only to one whole JSON object whose type is wanted and whose sound consists of base64's
/// characters, without escapes (where the padding stands is left to whoever decodes it). To
/// whatever is unusual, such as a key that comes twice, it says no, and the frame is read in full.
/// Holds nothing of a frame: one serves all sessions at once.
final class SoundScan implements AudioFrames {
  private static final byte[] TYPE = {'t', 'y', 'p', 'e'};
  private static final byte[] NAMELESS = {};

  private final byte[] head;
  private final byte[] tail = {'"', '}'};
  private final byte[][] types;
  private final byte[] sound;
  private final byte[] reply;
  private final byte[] item;

  /// @param append the type of the frames we send
  /// @param types the types of the frames that carry sound to us
  /// @param sound the key under which it lies there
  /// @param reply the key of the reply's id
  /// @param item the key of the item's id
  SoundScan(
      String append,
      List<String> types,
      String sound,
      Optional<String> reply,
      Optional<String> item) {
    this.head = ("{\"type\":\"" + append + "\",\"audio\":\"").getBytes(US_ASCII);
    this.types = types.stream().map(type -> type.getBytes(US_ASCII)).toArray(byte[][]::new);
    this.sound = sound.getBytes(US_ASCII);
    this.reply = reply.map(name -> name.getBytes(US_ASCII)).orElse(NAMELESS);
    this.item = item.map(name -> name.getBytes(US_ASCII)).orElse(NAMELESS);
  }

  @Override
  public byte[] head() {
    return head;
  }

  @Override
  public byte[] tail() {
    return tail;
  }

  @Override
  public boolean find(ByteBuffer frame, Place place) {
    clear(place, frame.position());
    int at = JsonScan.space(frame, frame.position());
    if (!JsonScan.is(frame, at, '{')) return false;
    boolean typed = false;
    do {
      int key = JsonScan.space(frame, at + 1);
      int keyEnd = JsonScan.plain(frame, key);
      int value = JsonScan.toValue(frame, keyEnd);
      int end = JsonScan.value(frame, value);
      if (end == JsonScan.NONE) return false;
      if (isNamed(frame, key, keyEnd, TYPE)) {
        if (typed || !isWanted(frame, value, end)) return false;
        typed = true;
      } else if (!note(frame, place, key, keyEnd, value, end)) {
        return false;
      }
      at = JsonScan.space(frame, end);
    } while (JsonScan.is(frame, at, ','));
    return typed
        && place.audioStart != JsonScan.NONE
        && JsonScan.is(frame, at, '}')
        && JsonScan.space(frame, at + 1) == frame.limit();
  }

  private static void clear(Place place, int start) {
    place.audioStart = JsonScan.NONE;
    place.audioEnd = JsonScan.NONE;
    place.replyStart = start;
    place.replyEnd = start;
    place.itemStart = start;
    place.itemEnd = start;
  }

  /// Indices of a string include its quotes here.
  private static boolean isNamed(ByteBuffer frame, int key, int keyEnd, byte[] name) {
    return JsonScan.same(frame, key + 1, keyEnd - 1, name);
  }

  private boolean isWanted(ByteBuffer frame, int value, int end) {
    if (!JsonScan.is(frame, value, '"')) return false;
    for (byte[] type : types) if (isNamed(frame, value, end, type)) return true;
    return false;
  }

  /// Writes down where a member lies that matters; false when it isn't what it should be.
  private boolean note(ByteBuffer frame, Place place, int key, int keyEnd, int value, int end) {
    if (isNamed(frame, key, keyEnd, sound)) {
      if (place.audioStart != JsonScan.NONE || !isBase64(frame, value, end)) return false;
      place.audioStart = value + 1;
      place.audioEnd = end - 1;
    } else if (reply.length > 0 && isNamed(frame, key, keyEnd, reply)) {
      if (place.replyStart != place.replyEnd || !isPlain(frame, value, end)) return false;
      place.replyStart = value + 1;
      place.replyEnd = end - 1;
    } else if (item.length > 0 && isNamed(frame, key, keyEnd, item)) {
      if (place.itemStart != place.itemEnd || !isPlain(frame, value, end)) return false;
      place.itemStart = value + 1;
      place.itemEnd = end - 1;
    }
    return true;
  }

  private static boolean isPlain(ByteBuffer frame, int value, int end) {
    return JsonScan.plain(frame, value) == end;
  }

  private static boolean isBase64(ByteBuffer frame, int value, int end) {
    if (!JsonScan.is(frame, value, '"')) return false;
    for (int i = value + 1; i < end - 1; i++) if (!isBase64(frame.get(i))) return false;
    return true;
  }

  private static boolean isBase64(byte sign) {
    return (sign >= 'A' && sign <= 'Z')
        || (sign >= 'a' && sign <= 'z')
        || (sign >= '0' && sign <= '9')
        || sign == '+'
        || sign == '/'
        || sign == '=';
  }
}
