package callflow.runtime.voice;

import java.io.ByteArrayOutputStream;
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
/// make a string of each; texts larger than [#MOST_FRAME_BYTES] end the connection, binary frames
/// are ignored.
public final class JavaWebSocketService implements VoiceService {
  /// The service's longest piece of sound is far below this.
  static final int MOST_FRAME_BYTES = 1 << 20;

  /// Frames one text may come in.
  static final int MOST_PIECES = 64;

  /// Frames that may wait to be written; more, and sound is dropped.
  static final int MOST_WAITING = 250;

  /// Frames that may wait before the connection counts as dead.
  static final int DEAD = 1000;

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final Supplier<String> key;
  private final LongAdder dropped = new LongAdder();
  private final LongAdder ignored = new LongAdder();

  /// @param key the account's key, asked for at every connection
  public JavaWebSocketService(Supplier<String> key) {
    this.key = key;
  }

  /// Pieces of callers' sound that were dropped because the service did not read.
  public long dropped() {
    return dropped.sum();
  }

  /// Binary frames, of which none was asked for.
  public long ignored() {
    return ignored.sum();
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
      super(endpoint, new BytesDraft(listener, ignored), headers, (int) CONNECT.toMillis());
      this.listener = listener;
      setConnectionLostTimeout(0);
      setTcpNoDelay(true);
    }

    Socket open() throws IOException, InterruptedException {
      Thread.ofVirtual().name("voice").start(this);
      if (!decided.await(CONNECT.toMillis(), TimeUnit.MILLISECONDS)) {
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

    /// Says goodbye, and does not wait for the answer of a peer that may be gone.
    @Override
    public void close() {
      super.close();
      Thread.ofVirtual().name("voice-goodbye").start(this::leave);
    }

    private void leave() {
      try {
        Thread.sleep(GOODBYE);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      if (!isClosed()) closeConnection(CloseFrame.ABNORMAL_CLOSE, "no answer to our goodbye");
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
    private final LongAdder ignored;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private int pieces;

    BytesDraft(Listener listener, LongAdder ignored) {
      super(List.of(), MOST_FRAME_BYTES);
      this.listener = listener;
      this.ignored = ignored;
    }

    @Override
    public void processFrame(WebSocketImpl connection, Framedata frame)
        throws InvalidDataException {
      switch (frame.getOpcode()) {
        case TEXT, CONTINUOUS -> text(frame);
        case BINARY -> ignored.increment();
        case PING, PONG, CLOSING -> super.processFrame(connection, frame);
      }
    }

    /// A text in several frames is put together, within bounds.
    private void text(Framedata frame) throws InvalidDataException {
      var payload = frame.getPayloadData();
      boolean first = frame.getOpcode() == Opcode.TEXT;
      if (first && frame.isFin()) {
        listener.frame(payload);
        return;
      }
      if (first) {
        begun.reset();
        pieces = 0;
      }
      if (++pieces > MOST_PIECES || begun.size() + payload.remaining() > MOST_FRAME_BYTES) {
        throw new InvalidDataException(CloseFrame.TOOBIG, "a text in too many pieces");
      }
      byte[] bytes = new byte[payload.remaining()];
      payload.get(bytes);
      begun.writeBytes(bytes);
      if (frame.isFin()) listener.frame(ByteBuffer.wrap(begun.toByteArray()));
    }

    @Override
    public Draft copyInstance() {
      return new BytesDraft(listener, ignored);
    }
  }
}
