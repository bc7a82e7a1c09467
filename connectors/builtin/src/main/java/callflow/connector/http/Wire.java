package callflow.connector.http;

import callflow.connector.operation.Attempt;
import callflow.connector.operation.Deadline;
import callflow.connector.operation.Errand;
import callflow.value.ConnectorName;
import callflow.value.ToolResult.Kind;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/// Carries one request to the other side and one answer back, within a deadline.
final class Wire implements AutoCloseable {
  /// How long a connection may take to come about, encryption included.
  private static final Duration CONNECT = Duration.ofSeconds(2);

  /// Exceptions that wrap each other; more is a knot.
  private static final int MAX_CAUSES = 10;

  private final ConnectorName connector;
  private final BaseUrl base;
  private final AddressGuard guard;
  private final Executor threads = Thread::startVirtualThread;
  private final HttpClient shared;

  Wire(ConnectorName connector, BaseUrl base, AddressGuard guard) {
    this.connector = connector;
    this.base = base;
    this.guard = guard;
    this.shared = client();
  }

  private HttpClient client() {
    return HttpClient.newBuilder()
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .executor(threads)
        // In clear text HTTP/2 begins with an upgrade, which old servers stumble over.
        .version(base.encrypted() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
        .build();
  }

  /// Sends the request once and reads the answer, or says what became of it.
  ///
  /// @param alone on a connection of its own: a kept one that the other side has just closed would
  ///   make a change look as if its answer was lost
  Attempt send(
      HttpRequest request,
      boolean alone,
      Deadline deadline,
      Function<HttpResponse<Body>, Attempt> reader)
      throws InterruptedException {
    Optional<Attempt> refusal = refusal(deadline);
    if (refusal.isPresent()) return refusal.get();
    if (!alone) return exchange(shared, request, deadline, reader);
    HttpClient own = client();
    try {
      return exchange(own, request, deadline, reader);
    } finally {
      own.shutdownNow();
    }
  }

  private Attempt exchange(
      HttpClient client,
      HttpRequest request,
      Deadline deadline,
      Function<HttpResponse<Body>, Attempt> reader)
      throws InterruptedException {
    // The client's own timeout ends at the headers; this one covers the body too.
    CompletableFuture<HttpResponse<Body>> answer = client.sendAsync(request, BoundedBody.handler());
    try {
      return reader.apply(answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return new Attempt.Lost(Kind.TIMEOUT, "`" + connector + "` did not answer in time");
    } catch (ExecutionException trouble) {
      return failed(request, trouble);
    } finally {
      answer.cancel(true);
    }
  }

  private Optional<Attempt> refusal(Deadline deadline) throws InterruptedException {
    if (base.allowPrivate()) return Optional.empty();
    try {
      Optional<InetAddress> forbidden =
          Errand.run("look up " + base.host(), deadline, () -> guard.forbidden(base.host()));
      return forbidden.map(address ->
          Attempt.broken(
              Kind.UNREACHABLE,
              "`%s` leads to %s, which is not a public address; a system in your own network"
                      .formatted(base.host(), address.getHostAddress())
                  + " needs `allow_private: true`",
              false));
    } catch (TimeoutException _) {
      return Optional.of(
          new Attempt.NeverSent(
              Kind.TIMEOUT, "the address of `" + base.host() + "` is not known in time"));
    } catch (ExecutionException _) {
      return Optional.of(unknownHost());
    }
  }

  private Attempt unknownHost() {
    return new Attempt.NeverSent(
        Kind.UNREACHABLE, "the host `" + base.host() + "` of `" + connector + "` is not known");
  }

  private Attempt failed(HttpRequest request, ExecutionException trouble) {
    Throwable cause =
        Stream.<Throwable>iterate(trouble, t -> t != null, Throwable::getCause)
            .limit(MAX_CAUSES)
            .filter(Wire::telling)
            .findFirst()
            .orElse(trouble);
    return switch (cause) {
      case UnknownHostException _, UnresolvedAddressException _ -> unknownHost();
      case HttpConnectTimeoutException _ ->
          neverSent("`" + connector + "` accepted no connection in time");
      case ConnectException _ -> neverSent("`" + connector + "` accepts no connections");
      case SSLHandshakeException _ ->
          neverSent("no encrypted connection to `" + connector + "` came about");
      case ProtocolException _ ->
          new Attempt.Lost(
              Kind.BAD_ANSWER, "`" + connector + "` answered something that is not HTTP");
      default -> lost(request);
    };
  }

  /// The JDK's client has sent a GET a second time by itself; that is enough.
  private Attempt lost(HttpRequest request) {
    String message = "the connection to `" + connector + "` was lost";
    return request.method().equals("GET")
        ? Attempt.broken(Kind.UNREACHABLE, message, true)
        : new Attempt.Lost(Kind.UNREACHABLE, message);
  }

  private static Attempt neverSent(String message) {
    return new Attempt.NeverSent(Kind.UNREACHABLE, message);
  }

  /// Whether an exception says more than "something went wrong".
  private static boolean telling(Throwable trouble) {
    return switch (trouble) {
      case UnknownHostException _,
          UnresolvedAddressException _,
          HttpConnectTimeoutException _,
          SSLHandshakeException _,
          ProtocolException _ ->
          true;
      // An unknown host is a cause within it.
      case ConnectException refused -> refused.getCause() == null || !telling(refused.getCause());
      default -> false;
    };
  }

  @Override
  public void close() {
    shared.shutdownNow();
  }
}
