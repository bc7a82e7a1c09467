package callflow.runtime.server;

import java.nio.ByteBuffer;

/// Hears one WebSocket. Called on an I/O thread, one call at a time; must return at once.
public interface SocketListener {

  /// One whole text message.
  ///
  /// @param message from position to limit, valid only until this returns; not checked to be UTF-8
  void text(ByteBuffer message);

  /// The socket is gone. Said exactly once, and nothing after it.
  ///
  /// @param code the peer's, ours, or [Socket#ABNORMAL]
  void closed(int code);
}
