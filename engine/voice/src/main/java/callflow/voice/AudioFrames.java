package callflow.voice;

import java.nio.ByteBuffer;

/// The frames of a dialect that carry sound, read and written without parsing JSON, without
/// decoding base64 and without allocating.
public interface AudioFrames {

  /// What stands before the base64 of the caller's sound, in UTF-8. The array must not be changed.
  byte[] head();

  /// What stands behind it.
  byte[] tail();

  /// Looks whether a frame of the service carries sound of a reply.
  ///
  /// @param frame UTF-8 JSON from position to limit, neither of which is changed
  /// @param place where it is written when the answer is true; indices are absolute in `frame`
  boolean find(ByteBuffer frame, Place place);

  /// Where things stand in a frame; made once and used again for each.
  final class Place {
    /// The base64.
    public int audioStart;

    public int audioEnd;

    /// The reply's id; an empty range where the dialect has none.
    public int replyStart;

    public int replyEnd;

    /// The item's id; an empty range where the dialect has none.
    public int itemStart;

    public int itemEnd;
  }
}
