package callflow.runtime.voice;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;

/// The way to the voice service.
public interface VoiceService {

  /// Connects; blocks its own virtual thread.
  ///
  /// @throws Refused when the service turned us down and will do so again
  /// @throws IOException when it can't be reached; another try may help
  Socket connect(URI endpoint, Listener listener) throws IOException, InterruptedException;

  /// A connection. Never blocks; callable from any thread; orders to one that is closed do nothing.
  interface Socket {
    void send(String frame);

    /// Sends one piece of sound: what stands before it, the base64, what stands behind it. All are
    /// copied before this returns. Dropped while too much waits.
    void send(byte[] head, ByteBuffer base64, byte[] tail);

    void close();
  }

  /// Hears what the service sends. Called on the connection's reading thread.
  interface Listener {
    /// A text frame in UTF-8, valid only until this returns.
    void frame(ByteBuffer text);

    /// The connection is gone. The last thing that is heard.
    void closed(String reason);
  }

  /// The service turned us down: a wrong key, no credit.
  final class Refused extends IOException {
    public Refused(String message) {
      super(message);
    }
  }
}
