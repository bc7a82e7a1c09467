package callflow.fakegrok.caller;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.fakegrok.AudibleText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/// Whoever is called: gives prepared answers, and a media socket driven by a test.
final class Answerer {
  static final String TOKEN = "secret-token";
  private static final long PATIENCE_SECONDS = 20;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer web;
  private final Media media = new Media();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final List<JsonNode> seen = new ArrayList<>();
  private volatile WebSocket line;
  private volatile String streamSid = "";
  private volatile String upgradeSignature = "";

  /// A request, and whether it was signed as it should be.
  record Asked(String path, Map<String, String> form, boolean signed) {}

  Answerer() throws Exception {
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext("/", this::answer);
    web.start();
    media.start();
    assertThat(media.started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  /// Answers this path with these verbs; `MEDIA` stands for the media socket's address.
  Answerer answers(String path, String verbs) {
    answers.put(path, "<Response>" + verbs.replace("MEDIA", socket()) + "</Response>");
    return this;
  }

  TwilioCaller.Settings settings() {
    return TwilioCaller.Settings.to(at("/voice"), TOKEN);
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + web.getAddress().getPort() + path);
  }

  String socket() {
    return "ws://127.0.0.1:" + media.getPort() + "/media";
  }

  String upgradeSignature() {
    return upgradeSignature;
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  Map<String, String> form(String path) {
    return asked.stream().filter(one -> one.path().equals(path)).findFirst().orElseThrow().form();
  }

  /// Waits for the caller's next frame of this kind.
  JsonNode until(String event) throws InterruptedException {
    while (true) {
      var frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(frame).as("no `%s` comes", event).isNotNull();
      seen.add(frame);
      if (event.equals("start")) streamSid = frame.path("streamSid").asText(streamSid);
      if (frame.path("event").asText().equals(event)) return frame;
    }
  }

  List<JsonNode> seen() {
    return seen;
  }

  void plays(String words) {
    plays(AudibleText.encode(words, 3));
  }

  void plays(byte[] sound) {
    send(
        "\"event\":\"media\",\"media\":{\"payload\":\"%s\"}"
            .formatted(Base64.getEncoder().encodeToString(sound)));
  }

  void marks(String name) {
    send("\"event\":\"mark\",\"mark\":{\"name\":\"%s\"}".formatted(name));
  }

  void clears() {
    send("\"event\":\"clear\"");
  }

  void sendRaw(String text) {
    line.send(text);
  }

  void closesTheSocket() {
    line.close(1000);
  }

  private void send(String fields) {
    line.send("{\"streamSid\":\"%s\",%s}".formatted(streamSid, fields));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var form =
          fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      String path = exchange.getRequestURI().getPath();
      String expected = Signature.of(at(path), form, TOKEN);
      boolean signed = expected.equals(exchange.getRequestHeaders().getFirst(Signature.HEADER));
      asked.add(new Asked(path, form, signed));
      var answer = answers.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "text/xml");
      exchange.sendResponseHeaders(answers.containsKey(path) ? 200 : 404, answer.length + 1);
      exchange.getResponseBody().write(answer);
      exchange.getResponseBody().write('\n');
    }
  }

  private static Map<String, String> fields(String body) {
    var form = new LinkedHashMap<String, String>();
    for (String field : body.split("&", -1)) {
      int equals = field.indexOf('=');
      form.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  void close() throws Exception {
    web.stop(0);
    media.stop(1_000);
  }

  private final class Media extends WebSocketServer {
    private final CountDownLatch started = new CountDownLatch(1);

    Media() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
      setReuseAddr(true);
      setDaemon(true);
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
      line = socket;
      upgradeSignature = handshake.getFieldValue(Signature.HEADER);
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
      try {
        frames.add(MAPPER.readTree(message));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
      frames.add(MAPPER.createObjectNode().put("event", "closed"));
    }

    @Override
    public void onError(WebSocket socket, Exception trouble) {}
  }
}
