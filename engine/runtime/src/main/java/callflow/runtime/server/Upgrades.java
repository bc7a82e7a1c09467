package callflow.runtime.server;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.StreamConnection;

/// Turns requests into WebSockets (RFC 6455, section 4.2) and knows those that are open.
///
/// No extensions: compression of base64 costs more than it saves.
final class Upgrades {
  static final String REFUSED = "socket-refused";
  static final String MALFORMED = "socket-handshake-malformed";

  private static final Logger LOG = LoggerFactory.getLogger(Upgrades.class);
  private static final String ACCEPT_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final HttpString KEY = new HttpString("Sec-WebSocket-Accept");
  private static final int KEY_BYTES = 16;
  private static final long AT_LEAST_EVERY_MILLIS = 1_000;

  private final ServerLimits limits;
  private final Tally tally;
  private final Set<OpenSocket> open = ConcurrentHashMap.newKeySet();

  Upgrades(ServerLimits limits, Tally tally) {
    this.limits = limits;
    this.tally = tally;
  }

  /// Upgrades, or says what to answer instead.
  Optional<Response> offer(HttpServerExchange exchange, Request request, Entrance entrance) {
    var key = key(request);
    if (key.isEmpty()) {
      tally.count(MALFORMED);
      return Optional.of(Response.empty(400));
    }
    return switch (entrance.knock(request)) {
      case Entrance.Decision.Refuse(var response) -> {
        tally.count(REFUSED);
        yield Optional.of(response);
      }
      case Entrance.Decision.Enter(var visitor) -> {
        upgrade(exchange, key.get(), visitor);
        yield Optional.empty();
      }
    };
  }

  /// Says good-bye to all and waits until they are gone, which each of them is in bounded time.
  void closeAll() throws InterruptedException {
    open.forEach(socket -> socket.close(Socket.GOING_AWAY));
    synchronized (open) {
      while (!open.isEmpty()) open.wait(AT_LEAST_EVERY_MILLIS);
    }
  }

  private void gone(OpenSocket socket) {
    synchronized (open) {
      open.remove(socket);
      open.notifyAll();
    }
  }

  int count() {
    return open.size();
  }

  private static Optional<String> key(Request request) {
    boolean whole =
        names(request, "Upgrade", "websocket")
            && names(request, "Connection", "upgrade")
            && request.header("Sec-WebSocket-Version").filter("13"::equals).isPresent();
    return whole ? request.header("Sec-WebSocket-Key").filter(Upgrades::isKey) : Optional.empty();
  }

  private static boolean names(Request request, String header, String token) {
    return request.header(header).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .anyMatch(value -> value.strip().equalsIgnoreCase(token));
  }

  private static boolean isKey(String key) {
    try {
      return Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private void upgrade(
      HttpServerExchange exchange, String key, Function<Socket, SocketListener> visitor) {
    var headers = exchange.getResponseHeaders();
    headers.put(Headers.UPGRADE, "websocket");
    headers.put(Headers.CONNECTION, "Upgrade");
    headers.put(KEY, accept(key));
    exchange.upgradeChannel((connection, _) -> begin(connection, visitor));
    exchange.endExchange();
  }

  private void begin(StreamConnection connection, Function<Socket, SocketListener> visitor) {
    try {
      // The deadline for a request must not end a conversation.
      connection.setOption(Options.READ_TIMEOUT, 0);
    } catch (IOException _) {
      IoUtils.safeClose(connection);
      return;
    }
    var socket = new OpenSocket(connection, limits, tally, this::gone);
    open.add(socket);
    try {
      socket.open(visitor);
    } catch (RuntimeException e) {
      LOG.error("A socket's visitor threw", e);
      tally.count(OpenSocket.LISTENER_THREW);
      socket.close(Socket.OUR_FAULT);
    }
  }

  private static String accept(String key) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      var salted = (key + ACCEPT_SALT).getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(digest.digest(salted));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
