package callflow.runtime.voice;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.enums.ReadyState;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.TextFrame;
import org.java_websocket.handshake.ServerHandshake;

/// Reaches the voice service by Java-WebSocket.
///
/// Its reading thread is virtual. Texts larger than [BytesDraft#MOST_FRAME_BYTES] end the
/// connection, binary frames are ignored. The library leaves threads and sockets behind when the
/// other side neither reads nor answers, so every end is followed by a hard one.
public final class JavaWebSocketService implements VoiceService {
  /// Frames that may wait to be written; more, and sound is dropped.
  static final int MOST_WAITING = 250;

  /// Frames that may wait before the connection counts as dead.
  static final int DEAD = 1000;

  /// How long the other side may take.
  ///
  /// @param connect to be reached
  /// @param answer to say yes, from the first attempt to reach it
  /// @param goodbye to take the last frames and say good-bye
  record Patience(Duration connect, Duration answer, Duration goodbye) {
    static final Patience DEFAULT =
        new Patience(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(2));
  }

  /// The library says which status it got only in a sentence.
  private static final Pattern STATUS = Pattern.compile("status code received: (?<status>[0-9]+)");

  /// No other try would end otherwise: no key, no credit, no permission, no such address.
  private static final Set<String> FINAL = Set.of("401", "402", "403", "404");

  private enum Fate {
    OPEN,
    UP,
    GIVEN_UP
  }

  private final Supplier<String> key;
  private final Patience patience;
  private final Executor afterGoodbye;
  private final LongAdder dropped = new LongAdder();
  private final LongAdder ignored = new LongAdder();

  /// @param key the account's key, asked for at every connection
  public JavaWebSocketService(Supplier<String> key) {
    this(key, Patience.DEFAULT);
  }

  JavaWebSocketService(Supplier<String> key, Patience patience) {
    this.key = key;
    this.patience = patience;
    this.afterGoodbye =
        CompletableFuture.delayedExecutor(
            patience.goodbye().toMillis(), TimeUnit.MILLISECONDS, Runnable::run);
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

    /// Below TLS, where closing waits for nobody.
    private final java.net.Socket wire = new java.net.Socket();

    private final CountDownLatch decided = new CountDownLatch(1);
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.OPEN);
    private volatile Optional<IOException> trouble = Optional.empty();

    Client(URI endpoint, Map<String, String> headers, Listener listener) {
      super(
          endpoint,
          new BytesDraft(listener, ignored),
          headers,
          (int) patience.connect().toMillis());
      this.listener = listener;
      setConnectionLostTimeout(0);
      setTcpNoDelay(true);
    }

    Socket open() throws IOException, InterruptedException {
      Thread.ofVirtual().name("voice").start(this);
      try {
        boolean answered = decided.await(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
        if (!fate.compareAndSet(Fate.OPEN, Fate.GIVEN_UP)) return this;
        if (!answered) throw new IOException("the voice service did not answer in time");
        throw trouble.orElseGet(() -> new IOException("the voice service closed the connection"));
      } finally {
        if (fate.get() != Fate.UP) cut();
      }
    }

    @Override
    public void run() {
      try {
        plugIn();
      } catch (IOException fault) {
        onError(fault);
        decided.countDown();
        return;
      }
      super.run();
    }

    /// The library would rather have a factory of sockets, but then there is none below TLS to cut.
    @SuppressWarnings("deprecation")
    private void plugIn() throws IOException {
      boolean tls = uri.getScheme().equals("wss");
      int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
      wire.connect(new InetSocketAddress(uri.getHost(), port), (int) patience.connect().toMillis());
      setSocket(tls ? secured(port) : wire);
    }

    /// Shakes hands at once: in the library a failure would get lost between its two threads.
    private java.net.Socket secured(int port) throws IOException {
      var sockets = (SSLSocketFactory) SSLSocketFactory.getDefault();
      var secured = (SSLSocket) sockets.createSocket(wire, uri.getHost(), port, true);
      var parameters = secured.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secured.setSSLParameters(parameters);
      secured.startHandshake();
      return secured;
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
      if (!fate.compareAndSet(Fate.OPEN, Fate.UP)) cut();
      decided.countDown();
    }

    @Override
    public void onMessage(String message) {
      throw new IllegalStateException("the draft takes text frames");
    }

    @Override
    public void onError(Exception fault) {
      if (trouble.isEmpty()) {
        trouble =
            Optional.of(new IOException("the voice service can't be reached: " + reason(fault)));
      }
    }

    private static String reason(Exception fault) {
      if (fault instanceof UnknownHostException) return "there is no host " + fault.getMessage();
      return Optional.ofNullable(fault.getMessage()).orElse(fault.getClass().getSimpleName());
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
      if (fate.get() == Fate.UP) {
        listener.closed("closed with " + code + (reason.isEmpty() ? "" : ": " + reason));
      } else {
        answered(reason).ifPresent(answer -> trouble = Optional.of(answer));
      }
      afterGoodbye.execute(this::cut);
      decided.countDown();
    }

    private static Optional<IOException> answered(String reason) {
      var said = STATUS.matcher(reason);
      if (!said.find()) return Optional.empty();
      String status = said.group("status");
      String sentence = "the voice service answered " + status;
      return Optional.of(
          FINAL.contains(status) ? new Refused(sentence) : new IOException(sentence));
    }

    @Override
    public void close() {
      super.close();
      afterGoodbye.execute(this::cut);
    }

    /// Ends both threads of the library, wherever they wait.
    private void cut() {
      try {
        wire.close();
      } catch (IOException _) {
        // Gone all the same.
      }
    }

    @Override
    public void send(String frame) {
      if (getReadyState() != ReadyState.OPEN) return;
      if (waiting() <= DEAD) {
        var text = new TextFrame();
        text.setPayload(StandardCharsets.UTF_8.encode(frame));
        write(text);
        return;
      }
      closeConnection(CloseFrame.ABNORMAL_CLOSE, "it does not read");
      cut();
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
      write(frame);
    }

    private void write(TextFrame frame) {
      frame.setTransferemasked(true);
      try {
        sendFrame(frame);
      } catch (WebsocketNotConnectedException _) {
        // It was open a moment ago; the listener hears that it isn't.
      }
    }

    private int waiting() {
      return getConnection() instanceof WebSocketImpl connection ? connection.outQueue.size() : 0;
    }
  }
}
