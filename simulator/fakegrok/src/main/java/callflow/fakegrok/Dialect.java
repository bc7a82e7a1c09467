package callflow.fakegrok;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// One session's side of a conversation in one dialect. Called by the session's thread alone.
interface Dialect {
  void opened();

  /// A frame that is a JSON object; it has a `type`, which may be empty.
  void frame(String type, ObjectNode frame);

  /// Sound in a binary frame.
  void sound(byte[] sound);

  /// A frame that could not be read.
  void unreadable(String message);

  void closed();
}
