package callflow.runtime.server;

import io.undertow.io.Receiver;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/// Takes each request to its route.
///
/// The whole body is read on the I/O thread within its deadline before a place among the requests
/// in flight is taken, so slow senders keep nobody out.
final class Reception implements HttpHandler {
  static final String NO_ROUTE = "http-no-route";
  static final String WRONG_METHOD = "http-wrong-method";
  static final String TOO_BIG = "http-too-big";
  static final String TOO_SLOW = "http-too-slow";
  static final String TOO_MANY = "http-too-many";
  static final String CUT_OFF = "http-cut-off";
  static final String HANDLER_THREW = "http-handler-threw";

  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
  private static final byte[] NO_BODY = {};

  private final List<Route> routes;
  private final ServerLimits limits;
  private final Tally tally;
  private final Executor threads;
  private final Upgrades upgrades;
  private final Semaphore places;
  private volatile boolean closing;

  Reception(
      List<Route> routes, ServerLimits limits, Tally tally, Executor threads, Upgrades upgrades) {
    this.routes =
        routes.stream()
            .sorted(Comparator.comparingInt((Route route) -> route.path().length()).reversed())
            .toList();
    this.limits = limits;
    this.tally = tally;
    this.threads = threads;
    this.upgrades = upgrades;
    this.places = new Semaphore(limits.requestsInFlight());
  }

  /// Answers nothing new and waits for what is in flight, but not for ever.
  ///
  /// @return false if some were still in flight at the end
  boolean close() throws InterruptedException {
    closing = true;
    return places.tryAcquire(
        limits.requestsInFlight(), limits.drain().toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    var path = exchange.getRequestPath();
    var fitting = routes.stream().filter(route -> fits(route, path)).toList();
    var method = exchange.getRequestMethod().toString();
    var chosen = fitting.stream().filter(route -> method(route).equals(method)).findFirst();
    if (chosen.isPresent()) receive(exchange, chosen.get());
    else if (fitting.isEmpty()) refuse(exchange, NO_ROUTE, 404);
    else refuse(exchange, WRONG_METHOD, 405);
  }

  private static boolean fits(Route route, String path) {
    return switch (route) {
      case Route.WebSocket(var exact, _) -> path.equals(exact);
      case Route.Http(_, var root, _) ->
          path.equals(root) || path.startsWith(root.equals("/") ? root : root + "/");
    };
  }

  private static String method(Route route) {
    return switch (route) {
      case Route.Http http -> http.method();
      case Route.WebSocket _ -> "GET";
    };
  }

  private void receive(HttpServerExchange exchange, Route route) {
    if (exchange.isRequestComplete()) {
      answer(exchange, route, NO_BODY);
      return;
    }
    if (exchange.getRequestContentLength() > limits.entityBytes()) {
      refuse(exchange, TOO_BIG, 413);
      return;
    }
    var deadline = cutOffLater(exchange);
    var receiver = exchange.getRequestReceiver();
    receiver.setMaxBufferSize(limits.entityBytes());
    receiver.receiveFullBytes(
        (_, body) -> {
          if (deadline.remove()) answer(exchange, route, body);
        },
        (_, trouble) -> {
          deadline.remove();
          bodyFailed(exchange, trouble);
        });
  }

  private XnioExecutor.Key cutOffLater(HttpServerExchange exchange) {
    Runnable cut =
        () -> {
          tally.count(TOO_SLOW);
          IoUtils.safeClose(exchange.getConnection());
        };
    return exchange
        .getIoThread()
        .executeAfter(cut, limits.read().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void bodyFailed(HttpServerExchange exchange, IOException trouble) {
    if (isTooBig(trouble)) {
      refuse(exchange, TOO_BIG, 413);
    } else {
      tally.count(CUT_OFF);
      IoUtils.safeClose(exchange.getConnection());
    }
  }

  /// Undertow wraps its exception when the body comes in a later packet than the head.
  private static boolean isTooBig(IOException trouble) {
    return trouble instanceof Receiver.RequestToLargeException
        || trouble instanceof RequestTooBigException
        || trouble.getCause() instanceof RequestTooBigException;
  }

  private void refuse(HttpServerExchange exchange, String reason, int status) {
    tally.count(reason);
    exchange.setPersistent(false);
    exchange.setStatusCode(status);
    exchange.endExchange();
  }

  private void answer(HttpServerExchange exchange, Route route, byte[] body) {
    if (closing || !places.tryAcquire()) {
      refuse(exchange, TOO_MANY, 503);
      return;
    }
    exchange.dispatch(
        threads,
        () -> {
          try {
            carryOut(exchange, route, request(exchange, body));
          } finally {
            places.release();
          }
        });
  }

  private void carryOut(HttpServerExchange exchange, Route route, Request request) {
    try {
      switch (route) {
        case Route.Http(_, _, var handler) -> send(exchange, handler.answer(request));
        case Route.WebSocket(_, var entrance) ->
            upgrades.offer(exchange, request, entrance).ifPresent(no -> send(exchange, no));
      }
    } catch (RuntimeException e) {
      LOG.error("A handler threw", e);
      tally.count(HANDLER_THREW);
      send(exchange, Response.empty(500));
    }
  }

  private static Request request(HttpServerExchange exchange, byte[] body) {
    return new Request(
        exchange.getRequestMethod().toString(),
        exchange.getRequestPath(),
        exchange.getQueryString(),
        name -> header(exchange, name),
        ByteBuffer.wrap(body));
  }

  private static Optional<String> header(HttpServerExchange exchange, String name) {
    var values = exchange.getRequestHeaders().get(name);
    return values == null || values.size() != 1 ? Optional.empty() : Optional.of(values.getFirst());
  }

  private static void send(HttpServerExchange exchange, Response response) {
    if (exchange.isResponseStarted()) return;
    exchange.setStatusCode(response.status());
    var headers = exchange.getResponseHeaders();
    if (!response.contentType().isEmpty()) {
      headers.put(Headers.CONTENT_TYPE, response.contentType());
    }
    headers.put(new HttpString("X-Content-Type-Options"), "nosniff");
    headers.put(Headers.CACHE_CONTROL, "no-store");
    exchange.getResponseSender().send(response.body().duplicate());
  }
}
