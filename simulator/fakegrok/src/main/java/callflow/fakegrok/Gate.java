package callflow.fakegrok;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.protocol.Handshake;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets a client in or refuses it at the upgrade, and starts its session.
final class Gate implements HttpHandler {
  static final String REALTIME = "/v1/realtime";
  static final String VOICE_AGENT = "/v1/voice/agent";
  private static final String DEFAULT_MODEL = "grok-voice-latest";
  private static final long IDLE_MILLIS = 120_000;
  private static final int MAX_WITNESSES = 1_000;

  /// How browsers, which can't set headers, hand over their secret.
  private static final List<String> SECRET_PROTOCOLS =
      List.of("xai-client-secret.", "openai-insecure-api-key.");

  private final FakeGrok.Settings settings;
  private final Faults faults;
  private final Conversations conversations = new Conversations();
  private final AtomicInteger open = new AtomicInteger();
  private final List<Witness> witnesses = new ArrayList<>();

  Gate(FakeGrok.Settings settings, Faults faults) {
    this.settings = settings;
    this.faults = faults;
  }

  List<Witness> witnesses() {
    synchronized (witnesses) {
      return List.copyOf(witnesses);
    }
  }

  int open() {
    return open.get();
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    String path = exchange.getRequestPath();
    var offered = offered(exchange);
    if (!path.equals(REALTIME) && !path.equals(VOICE_AGENT)) {
      refuse(exchange, 404, "not found");
    } else if (secret(exchange, offered).filter(this::isRight).isEmpty()) {
      refuse(exchange, 401, "Incorrect API key provided");
    } else if (faults.strike(Fault.REFUSED_CONNECTION)) {
      refuse(exchange, 503, "temporarily unavailable");
    } else if (open.incrementAndGet() > settings.sessions()) {
      open.decrementAndGet();
      refuse(exchange, 429, "too many concurrent sessions");
    } else {
      exchange.addExchangeCompleteListener((done, next) -> {
        if (done.getStatusCode() != 101) open.decrementAndGet();
        next.proceed();
      });
      handshake(offered).handleRequest(exchange);
    }
  }

  private static void refuse(HttpServerExchange exchange, int status, String message) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange
        .getResponseSender()
        .send(Json.object().put("code", status).put("error", message).toString());
  }

  private boolean isRight(String secret) {
    return settings.key().map(secret::equals).orElse(!secret.isBlank());
  }

  private static List<String> offered(HttpServerExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst(Headers.SEC_WEB_SOCKET_PROTOCOL);
    if (header == null) return List.of();
    return List.of(header.split("\\s*,\\s*", -1));
  }

  private static Optional<String> secret(HttpServerExchange exchange, List<String> offered) {
    String header = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    if (header != null && header.startsWith("Bearer ")) {
      return Optional.of(header.substring("Bearer ".length()));
    }
    return SECRET_PROTOCOLS.stream()
        .flatMap(prefix ->
            offered.stream()
                .filter(protocol -> protocol.startsWith(prefix))
                .map(protocol -> protocol.substring(prefix.length())))
        .findFirst();
  }

  /// Accepts the first protocol that was offered, whichever it is.
  private WebSocketProtocolHandshakeHandler handshake(List<String> offered) {
    var protocols = offered.isEmpty() ? Set.<String>of() : Set.of(offered.getFirst());
    List<Handshake> handshakes = List.of(new Hybi13Handshake(protocols, false));
    return new WebSocketProtocolHandshakeHandler(handshakes, this::connected);
  }

  private void connected(WebSocketHttpExchange exchange, WebSocketChannel channel) {
    String path = exchange.getRequestURI().replaceFirst("\\?.*", "");
    var witness = new Witness(path, parameter(exchange, "model").orElse(""));
    note(witness);
    var line = new SocketLine(channel, witness);
    channel.setIdleTimeout(IDLE_MILLIS);
    if (faults.strike(Fault.DROPPED_AT_ONCE)) {
      channel.addCloseTask(_ -> open.decrementAndGet());
      line.drop();
      return;
    }
    var office =
        new Office(
            settings,
            faults,
            conversations,
            new Agenda(),
            line,
            witness,
            witness.model().isEmpty() ? DEFAULT_MODEL : witness.model());
    var session =
        new Session(dialect(path, parameter(exchange, "conversation_id"), office), office);
    channel.addCloseTask(closed -> {
      open.decrementAndGet();
      witness.closed(closed.getCloseCode() < 0 ? 1006 : closed.getCloseCode());
      session.gone();
    });
    channel.getReceiveSetter().set(new Reception(session));
    Thread.ofVirtual().name("fakegrok-session").start(session);
    channel.resumeReceives();
  }

  private Dialect dialect(String path, Optional<String> resume, Office office) {
    if (path.equals(VOICE_AGENT)) {
      return new VoiceAgentSession(office, new Conversation(settings.minds().get()));
    }
    var resumed = resume.flatMap(conversations::take);
    return new RealtimeSession(
        office,
        resumed.orElseGet(() -> new Conversation(settings.minds().get())),
        resumed.isPresent());
  }

  private void note(Witness witness) {
    synchronized (witnesses) {
      if (witnesses.size() == MAX_WITNESSES) witnesses.removeFirst();
      witnesses.add(witness);
    }
  }

  private static Optional<String> parameter(WebSocketHttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestParameters().get(name))
        .map(List::getFirst)
        .filter(value -> !value.isEmpty());
  }
}
