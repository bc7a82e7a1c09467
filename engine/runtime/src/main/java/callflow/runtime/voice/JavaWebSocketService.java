package callflow.runtime.voice;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.enums.ReadyState;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.TextFrame;
import org.java_websocket.handshake.ServerHandshake;

/// Reaches the voice service by Java-WebSocket.
///
/// Its reading thread is virtual. Text frames are taken from its draft as bytes, before it would
/// make a string of each; frames larger than [#MOST_FRAME_BYTES], binary frames and fragments end
/// the connection.
public final class JavaWebSocketService implements VoiceService {
  /// The service's longest piece of sound is far below this.
  static final int MOST_FRAME_BYTES = 1 << 20;

  /// Frames that may wait to be written; more, and sound is dropped.
  static final int MOST_WAITING = 250;

  /// Frames that may wait before the connection counts as dead.
  static final int DEAD = 1000;

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Supplier<String> key;
  private final LongAdder dropped = new LongAdder();

  /// @param key the account's key, asked for at every connection
  public JavaWebSocketService(Supplier<String> key) {
    this.key = key;
  }

  /// Pieces of callers' sound that were dropped because the service did not read.
  public long dropped() {
    return dropped.sum();
  }

  @Override
  public Socket connect(URI endpoint, Listener listener) throws IOException, InterruptedException {
    var client = new Client(endpoint, Map.of("Authorization", "Bearer " + key.get()), listener);
    return client.open();
  }

  private final class Client extends WebSocketClient implements Socket {
    private final Listener listener;
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile Optional<IOException> trouble = Optional.empty();
    private volatile boolean up;

    Client(URI endpoint, Map<String, String> headers, Listener listener) {
      super(endpoint, new BytesDraft(listener), headers, (int) CONNECT.toMillis());
      this.listener = listener;
      setConnectionLostTimeout(0);
      setTcpNoDelay(true);
    }

    Socket open() throws IOException, InterruptedException {
      Thread.ofVirtual().name("voice").start(this);
      if (!decided.await(CONNECT.toMillis() * 2, TimeUnit.MILLISECONDS)) {
        closeConnection(CloseFrame.ABNORMAL_CLOSE, "too slow");
        throw new IOException("the voice service did not answer in time");
      }
      if (up) return this;
      throw trouble.orElseGet(() -> new IOException("the voice service closed the connection"));
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
      up = true;
      decided.countDown();
    }

    @Override
    public void onMessage(String message) {
      throw new IllegalStateException("the draft takes text frames");
    }

    @Override
    public void onError(Exception fault) {
      if (trouble.isEmpty()) {
        trouble = Optional.of(new IOException("the voice service can't be reached: " + fault));
      }
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
      if (up) {
        listener.closed("closed with " + code + (reason.isEmpty() ? "" : ": " + reason));
      } else {
        refused(reason).ifPresent(refusal -> trouble = Optional.of(refusal));
      }
      decided.countDown();
    }

    /// The library says which status it got only in a sentence.
    private static Optional<IOException> refused(String reason) {
      for (String status : List.of("401", "402", "403", "404")) {
        if (reason.contains("status code") && reason.contains(status)) {
          return Optional.of(new Refused("the voice service answered " + status));
        }
      }
      return Optional.empty();
    }

    @Override
    public void send(String frame) {
      if (getReadyState() != ReadyState.OPEN) return;
      if (waiting() > DEAD) closeConnection(CloseFrame.ABNORMAL_CLOSE, "it does not read");
      else super.send(frame);
    }

    @Override
    public void send(byte[] head, ByteBuffer base64, byte[] tail) {
      if (getReadyState() != ReadyState.OPEN || waiting() > MOST_WAITING) {
        dropped.increment();
        return;
      }
      var frame = new TextFrame();
      int length = head.length + base64.remaining() + tail.length;
      frame.setPayload(
          ByteBuffer.allocate(length).put(head).put(base64.duplicate()).put(tail).flip());
      frame.setTransferemasked(true);
      sendFrame(frame);
    }

    private int waiting() {
      return getConnection() instanceof WebSocketImpl connection ? connection.outQueue.size() : 0;
    }
  }

  /// Hands text frames on as bytes.
  private static final class BytesDraft extends Draft_6455 {
    private final Listener listener;

    BytesDraft(Listener listener) {
      super(List.of(), MOST_FRAME_BYTES);
      this.listener = listener;
    }

    @Override
    public void processFrame(WebSocketImpl connection, Framedata frame)
        throws InvalidDataException {
      if (frame.getOpcode() == Opcode.TEXT && frame.isFin()) {
        listener.frame(frame.getPayloadData());
      } else if (isData(frame.getOpcode())) {
        throw new InvalidDataException(CloseFrame.REFUSE, "only whole text frames are taken");
      } else {
        super.processFrame(connection, frame);
      }
    }

    private static boolean isData(Opcode opcode) {
      return opcode == Opcode.TEXT || opcode == Opcode.BINARY || opcode == Opcode.CONTINUOUS;
    }

    @Override
    public Draft copyInstance() {
      return new BytesDraft(listener);
    }
  }
}
