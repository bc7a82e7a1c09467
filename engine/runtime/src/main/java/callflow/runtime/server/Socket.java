package callflow.runtime.server;

import java.nio.ByteBuffer;

/// Our end of one WebSocket. Callable from any thread; never blocks.
public interface Socket {
  /// Everything is said.
  int NORMAL = 1000;

  /// The server goes away.
  int GOING_AWAY = 1001;

  /// The peer broke the protocol.
  int PROTOCOL_ERROR = 1002;

  /// The peer sent what is not text.
  int NOT_TEXT = 1003;

  /// Never sent: the connection ended without a word.
  int ABNORMAL = 1006;

  /// The peer is not who it should be, or misbehaves.
  int POLICY = 1008;

  /// The peer sent more than we take.
  int TOO_BIG = 1009;

  /// We can't go on.
  int OUR_FAULT = 1011;

  /// Sends one text message in three parts, so that a frame needs no buffer of its own.
  ///
  /// @param middle from position to limit, neither of which is changed; all parts are copied before
  ///   this returns
  /// @return false if the socket is closed or owes its peer too much already; then nothing is sent
  boolean sendText(byte[] head, ByteBuffer middle, byte[] tail);

  /// Sends one text message.
  boolean sendText(byte[] message);

  /// Says good-bye. What was sent before goes out before; nothing is heard any more but
  /// [SocketListener#closed].
  void close(int code);
}
