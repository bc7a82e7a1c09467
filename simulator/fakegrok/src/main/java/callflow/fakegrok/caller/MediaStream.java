package callflow.fakegrok.caller;

import callflow.fakegrok.caller.Outgoing.Piece;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;

/// One media stream as Twilio sends it: the caller's sound every 20 ms, keys, and marks when they
/// were played. Numbers are texts, as there.
final class MediaStream {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MAX_FRAME = 1 << 20;
  private static final int CONNECT_MILLIS = 5_000;
  private static final long FRAME_NANOS = 20_000_000;
  private static final int FRAME_MILLIS = 20;

  private final StreamSids sids;
  private final Map<String, String> parameters;
  private final Hearer hearer;
  private final Playback playback;
  private final Socket socket;
  private long sequence;
  private long chunk;
  private long ticks;

  /// Who the stream belongs to.
  record StreamSids(String account, String call, String stream) {}

  /// Hears what the stream does, before the other side can know it. Called under the stream's lock.
  interface Hearer {
    void connected(String streamSid);

    /// The words begin to go out.
    void spoke(String words);

    void pressed(char key);

    void marked(String name);

    void cleared();

    void warned(String warning);

    /// Sound was played.
    void heard(byte[] mulaw, int from, int to);

    /// Called after every 20 ms.
    void played();
  }

  /// Why a stream is over.
  enum End {
    NOT_CONNECTED,
    CLOSED_BY_SERVER,
    CALLER_HUNG_UP
  }

  MediaStream(
      URI address,
      String signature,
      StreamSids sids,
      Map<String, String> parameters,
      Hearer hearer) {
    this.sids = sids;
    this.parameters = parameters;
    this.playback = new Playback(hearer::heard);
    this.hearer = hearer;
    this.socket = new Socket(address, Map.of(Signature.HEADER, signature));
  }

  /// Streams until either side ends it; blocks.
  ///
  /// @param silence whether frames are sent while the caller says nothing
  End run(Outgoing outgoing, boolean silence, BooleanSupplier hungUp) throws InterruptedException {
    if (!socket.connectBlocking(CONNECT_MILLIS, TimeUnit.MILLISECONDS)) {
      socket.close();
      return End.NOT_CONNECTED;
    }
    try {
      begin();
      long next = System.nanoTime();
      while (!socket.isClosing() && !socket.isClosed()) {
        if (hungUp.getAsBoolean()) {
          stop();
          return End.CALLER_HUNG_UP;
        }
        tick(outgoing, silence);
        next += FRAME_NANOS;
        LockSupport.parkNanos(next - System.nanoTime());
        if (Thread.interrupted()) throw new InterruptedException();
      }
      return End.CLOSED_BY_SERVER;
    } catch (WebsocketNotConnectedException _) {
      return End.CLOSED_BY_SERVER;
    } finally {
      finish();
    }
  }

  private synchronized void begin() {
    send(event("connected").put("protocol", "Call").put("version", "1.0.0"));
    var frame = sequenced("start");
    var start = frame.putObject("start");
    start.put("streamSid", sids.stream()).put("accountSid", sids.account());
    start.put("callSid", sids.call());
    start.putArray("tracks").add("inbound");
    var custom = start.putObject("customParameters");
    parameters.forEach(custom::put);
    var format = start.putObject("mediaFormat");
    format.put("encoding", "audio/x-mulaw").put("sampleRate", 8000).put("channels", 1);
    send(frame);
    hearer.connected(sids.stream());
  }

  private synchronized void tick(Outgoing outgoing, boolean silence) {
    var piece = outgoing.next();
    while (piece.isPresent() && piece.get() instanceof Piece.Key(char key)) {
      key(key);
      piece = outgoing.next();
    }
    if (piece.isPresent() && piece.get() instanceof Piece.Frame(byte[] mulaw, var begins)) {
      begins.ifPresent(hearer::spoke);
      media(mulaw);
    } else if (silence) {
      media(SILENCE);
    }
    ticks++;
    playback.tick().forEach(this::echo);
    hearer.played();
  }

  private void media(byte[] mulaw) {
    var frame = sequenced("media");
    frame
        .putObject("media")
        .put("track", "inbound")
        .put("chunk", String.valueOf(++chunk))
        .put("timestamp", String.valueOf(ticks * FRAME_MILLIS))
        .put("payload", Base64.getEncoder().encodeToString(mulaw));
    send(frame);
  }

  private void key(char key) {
    var frame = sequenced("dtmf");
    frame.putObject("dtmf").put("track", "inbound_track").put("digit", String.valueOf(key));
    hearer.pressed(key);
    send(frame);
  }

  private void echo(String mark) {
    var frame = sequenced("mark");
    frame.putObject("mark").put("name", mark);
    hearer.marked(mark);
    send(frame);
  }

  private synchronized void stop() {
    var frame = sequenced("stop");
    frame.putObject("stop").put("accountSid", sids.account()).put("callSid", sids.call());
    send(frame);
  }

  private synchronized void finish() {
    playback.clear();
    socket.close();
  }

  private ObjectNode sequenced(String event) {
    return event(event)
        .put("sequenceNumber", String.valueOf(++sequence))
        .put("streamSid", sids.stream());
  }

  private static ObjectNode event(String event) {
    return MAPPER.createObjectNode().put("event", event);
  }

  private void send(ObjectNode frame) {
    socket.send(frame.toString());
  }

  private synchronized void received(String text) {
    JsonNode frame;
    try {
      frame = MAPPER.readTree(text);
    } catch (JsonProcessingException _) {
      hearer.warned("31951: a frame that is no JSON");
      return;
    }
    if (!frame.path("streamSid").asText("").equals(sids.stream())) {
      hearer.warned("31951: a frame with the wrong `streamSid`: " + shortened(text));
      return;
    }
    switch (frame.path("event").asText("")) {
      case "media" -> play(frame.path("media").path("payload").asText(""));
      case "mark" -> mark(frame.path("mark").path("name").asText(""));
      case "clear" -> {
        List<String> outstanding = playback.clear();
        hearer.cleared();
        outstanding.forEach(this::echo);
      }
      default -> hearer.warned("31951: an unknown frame: " + shortened(text));
    }
  }

  private void play(String payload) {
    try {
      if (playback.play(Base64.getDecoder().decode(payload))) return;
      hearer.warned("more than ten minutes of sound are queued");
    } catch (IllegalArgumentException _) {
      hearer.warned("31951: a payload that is no base64");
    }
  }

  private void mark(String name) {
    if (!playback.mark(name)) hearer.warned("more than 10,000 marks are queued");
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(100, text.length()));
  }

  private static final byte[] SILENCE = new byte[160];

  static {
    Arrays.fill(SILENCE, (byte) 0xFF);
  }

  private final class Socket extends WebSocketClient {
    Socket(URI address, Map<String, String> headers) {
      super(address, new Draft_6455(List.of(), MAX_FRAME), headers, CONNECT_MILLIS);
      setConnectionLostTimeout(0);
      setTcpNoDelay(true);
    }

    @Override
    public void onOpen(ServerHandshake handshake) {}

    @Override
    public void onMessage(String message) {
      received(message);
    }

    @Override
    public void onMessage(ByteBuffer bytes) {
      synchronized (MediaStream.this) {
        hearer.warned("31950: a binary frame");
      }
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {}

    @Override
    public void onError(Exception trouble) {}
  }
}
