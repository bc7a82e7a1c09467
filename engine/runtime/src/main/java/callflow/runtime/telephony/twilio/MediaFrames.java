package callflow.runtime.telephony.twilio;

import callflow.runtime.server.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Writes what we tell Twilio about one stream.
///
/// Nothing beyond the documented fields: an extra one is warning 31951.
final class MediaFrames {
  private static final byte[] SOUND_TAIL = utf8("\"}}");
  private static final byte[] NAME_TAIL = utf8("\"}}");

  private final byte[] soundHead;
  private final byte[] markHead;
  private final byte[] clear;

  /// Writes for one stream.
  ///
  /// @param streamSid letters and digits only
  MediaFrames(String streamSid) {
    this.soundHead =
        utf8("{\"event\":\"media\",\"streamSid\":\"" + streamSid + "\",\"media\":{\"payload\":\"");
    this.markHead =
        utf8("{\"event\":\"mark\",\"streamSid\":\"" + streamSid + "\",\"mark\":{\"name\":\"");
    this.clear = utf8("{\"event\":\"clear\",\"streamSid\":\"" + streamSid + "\"}");
  }

  /// The answers are [Socket#sendText]'s.
  boolean sound(ByteBuffer base64, Socket to) {
    return to.sendText(soundHead, base64, SOUND_TAIL);
  }

  boolean mark(String name, Socket to) {
    return to.sendText(markHead, ByteBuffer.wrap(utf8(escaped(name))), NAME_TAIL);
  }

  boolean clear(Socket to) {
    return to.sendText(clear);
  }

  private static String escaped(String name) {
    var escaped = new StringBuilder(name.length());
    name.chars().forEach(c -> escape((char) c, escaped));
    return escaped.toString();
  }

  private static void escape(char c, StringBuilder escaped) {
    if (c == '"' || c == '\\') escaped.append('\\').append(c);
    else if (c < ' ') escaped.append("\\u%04x".formatted((int) c));
    else escaped.append(c);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
