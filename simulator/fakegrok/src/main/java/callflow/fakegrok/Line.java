package callflow.fakegrok;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The client's end of a socket, as a session uses it.
interface Line {
  void send(ObjectNode frame);

  /// Sends a text that need not be a frame of any dialect.
  void sendRaw(String text);

  void sendBinary(byte[] bytes);

  /// Sends nothing any more and stays open.
  void mute();

  /// Cuts the connection without a closing frame.
  void drop();

  void close(int code, String reason);
}
