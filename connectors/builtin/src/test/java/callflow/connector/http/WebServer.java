package callflow.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// A real web server on loopback that answers what a test tells it to.
final class WebServer implements AutoCloseable {
  /// Many connections at once; the default of 50 would refuse some.
  private static final int BACKLOG = 1000;

  /// What came in.
  record Received(
      String method, String target, String body, com.sun.net.httpserver.Headers headers) {}

  record Reply(int status, String body) {}

  /// Decides what is answered.
  @FunctionalInterface
  interface Script {
    Reply answer(Received request);
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  private final Semaphore arrived = new Semaphore(0);
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile Script script;

  WebServer(Script script) {
    this.script = script;
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  static Reply json(String text) {
    return new Reply(200, text);
  }

  static Reply status(int status) {
    return new Reply(status, "{\"error\":\"text from outside\"}");
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  List<Received> received() {
    return received;
  }

  void script(Script other) {
    script = other;
  }

  /// Requests from now on wait until [#release].
  void hold() {
    gate = new CountDownLatch(1);
  }

  void release() {
    gate.countDown();
  }

  void awaitRequest() throws InterruptedException {
    arrived.acquire();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var request =
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              body,
              exchange.getRequestHeaders());
      received.add(request);
      arrived.release();
      gate.await();
      Reply reply = script.answer(request);
      byte[] octets = reply.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(reply.status(), octets.length == 0 ? -1 : octets.length);
      exchange.getResponseBody().write(octets);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }
}
