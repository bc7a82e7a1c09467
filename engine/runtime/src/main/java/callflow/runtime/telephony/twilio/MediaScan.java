package callflow.runtime.telephony.twilio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Finds the sound in a `media` frame without parsing it into a tree and without allocating.
///
/// It walks over the JSON once, in whatever order the fields stand. What it doesn't understand it
/// leaves to [MediaEvents], which is slower and knows everything. One scan belongs to one socket.
final class MediaScan {
  /// What a frame turned out to be.
  enum Found {
    /// Sound of the caller, from [#payloadStart] to [#payloadEnd].
    SOUND,
    /// A `media` frame that must not be believed.
    BAD,
    /// Something else, or something unusual.
    OTHER
  }

  /// In base64: three quarters of a second, where Twilio sends 20 ms.
  static final int MOST_PAYLOAD = 8192;

  private static final int DEEPEST = 16;
  private static final byte[] EVENT = ascii("event");
  private static final byte[] MEDIA = ascii("media");
  private static final byte[] STREAM = ascii("streamSid");
  private static final byte[] SEQUENCE = ascii("sequenceNumber");
  private static final byte[] TRACK = ascii("track");
  private static final byte[] INBOUND = ascii("inbound");
  private static final byte[] PAYLOAD = ascii("payload");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");
  private static final byte[] NULL = ascii("null");
  private static final boolean[] BASE64 = base64();

  private final byte[] streamSid;
  private ByteBuffer frame = ByteBuffer.allocate(0);
  private int at;
  private int end;
  private boolean plain;

  private int textStart;
  private int textEnd;

  private boolean media;
  private boolean inbound;
  private boolean ours;
  private int payloadStart;
  private int payloadEnd;
  private long sequence;

  MediaScan(String streamSid) {
    this.streamSid = ascii(streamSid);
  }

  int payloadStart() {
    return payloadStart;
  }

  int payloadEnd() {
    return payloadEnd;
  }

  /// The frame's number, or -1 if it has none.
  long sequence() {
    return sequence;
  }

  /// Looks at one frame, from position to limit, neither of which is changed.
  Found scan(ByteBuffer message) {
    frame = message;
    at = message.position();
    end = message.limit();
    plain = true;
    media = false;
    inbound = false;
    ours = false;
    payloadStart = 0;
    payloadEnd = 0;
    sequence = -1;
    object(true);
    blanks();
    if (!plain || at != end || !media) return Found.OTHER;
    return inbound && ours && rightPayload() ? Found.SOUND : Found.BAD;
  }

  /// Whether this is base64 that may be passed on without decoding it.
  static boolean isBase64(ByteBuffer text, int from, int to) {
    int length = to - from;
    if (length == 0 || length > MOST_PAYLOAD || (length & 3) != 0) return false;
    int last = to;
    while (last > to - 2 && text.get(last - 1) == '=') last--;
    for (int i = from; i < last; i++) {
      int c = text.get(i);
      if (c < 0 || !BASE64[c]) return false;
    }
    return true;
  }

  private boolean rightPayload() {
    return isBase64(frame, payloadStart, payloadEnd);
  }

  private void object(boolean top) {
    expect('{');
    if (peek() == '}') {
      at++;
      return;
    }
    while (plain) {
      text();
      int keyStart = textStart;
      int keyEnd = textEnd;
      expect(':');
      if (top) topField(keyStart, keyEnd);
      else mediaField(keyStart, keyEnd);
      int next = peek();
      at++;
      if (next == '}') return;
      if (next != ',') plain = false;
    }
  }

  private void topField(int keyStart, int keyEnd) {
    if (is(EVENT, keyStart, keyEnd)) {
      text();
      media = is(MEDIA, textStart, textEnd);
      // Anything else is for others; no need to read on.
      plain &= media;
    } else if (is(STREAM, keyStart, keyEnd)) {
      text();
      ours = is(streamSid, textStart, textEnd);
    } else if (is(SEQUENCE, keyStart, keyEnd)) {
      text();
      sequence = number(textStart, textEnd);
    } else if (is(MEDIA, keyStart, keyEnd)) {
      object(false);
    } else {
      value();
    }
  }

  private void mediaField(int keyStart, int keyEnd) {
    if (is(TRACK, keyStart, keyEnd)) {
      text();
      inbound = is(INBOUND, textStart, textEnd);
    } else if (is(PAYLOAD, keyStart, keyEnd)) {
      text();
      payloadStart = textStart;
      payloadEnd = textEnd;
    } else {
      value();
    }
  }

  /// Steps over a value that doesn't matter.
  private void value() {
    int depth = 0;
    do {
      switch (peek()) {
        case '{', '[' -> {
          at++;
          if (++depth > DEEPEST) plain = false;
        }
        case '}', ']' -> {
          at++;
          depth--;
        }
        case ',', ':' -> {
          at++;
          if (depth == 0) plain = false;
        }
        case '"' -> text();
        default -> word();
      }
    } while (plain && depth > 0);
    if (depth < 0) plain = false;
  }

  /// A plain number, `true`, `false` or `null`; what looks otherwise is unusual.
  private void word() {
    int from = at;
    while (at < end && Character.isLetterOrDigit(frame.get(at))) at++;
    boolean zeroFirst = at > from + 1 && frame.get(from) == '0';
    plain &= (number(from, at) >= 0 && !zeroFirst) || isLiteral(from, at);
  }

  private boolean isLiteral(int from, int to) {
    return is(TRUE, from, to) || is(FALSE, from, to) || is(NULL, from, to);
  }

  /// A string without escapes.
  private void text() {
    expect('"');
    textStart = at;
    while (at < end) {
      byte c = frame.get(at);
      if (c == '"') {
        textEnd = at++;
        return;
      }
      if (c == '\\' || (c >= 0 && c < ' ')) break;
      at++;
    }
    textEnd = textStart;
    plain = false;
  }

  private void expect(char wanted) {
    if (peek() == wanted) at++;
    else plain = false;
  }

  /// The next byte that is not blank; 0 at the end.
  private int peek() {
    blanks();
    return at < end ? frame.get(at) : 0;
  }

  private void blanks() {
    while (at < end && isBlank(frame.get(at))) at++;
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private boolean is(byte[] word, int from, int to) {
    if (to - from != word.length) return false;
    for (int i = 0; i < word.length; i++) {
      if (frame.get(from + i) != word[i]) return false;
    }
    return true;
  }

  private long number(int from, int to) {
    if (to == from || to - from > 18) return -1;
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = frame.get(i) - '0';
      if (digit < 0 || digit > 9) return -1;
      number = 10 * number + digit;
    }
    return number;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean[] base64() {
    var letters = new boolean[128];
    for (char c = '0'; c <= '9'; c++) letters[c] = true;
    for (char c = 'A'; c <= 'Z'; c++) letters[c] = true;
    for (char c = 'a'; c <= 'z'; c++) letters[c] = true;
    letters['+'] = true;
    letters['/'] = true;
    return letters;
  }
}
