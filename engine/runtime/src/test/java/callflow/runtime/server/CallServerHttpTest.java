package callflow.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallServerHttpTest {
  private static final ServerLimits TIGHT =
      new ServerLimits(
          100,
          2,
          1000,
          2000,
          20,
          Duration.ofMillis(200),
          Duration.ofMillis(300),
          Duration.ofMillis(400),
          1000,
          4,
          10_000,
          Duration.ofSeconds(20));

  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch waiting = new CountDownLatch(2);

  @AutoClose
  private final CallServer server =
      CallServer.start(
          "127.0.0.1",
          0,
          TIGHT,
          List.of(
              new Route.Http("POST", "/echo", r -> Response.of("text/plain", describe(r))),
              new Route.Http("GET", "/echo/deeper", _ -> Response.of("text/plain", "deeper")),
              new Route.Http("GET", "/slow", _ -> afterTheGate()),
              new Route.Http("GET", "/broken", _ -> throwing())));

  @AutoClose private final HttpClient client = HttpClient.newHttpClient();

  private static String describe(Request request) {
    var form = request.form().map(f -> f.fields().toString()).orElse("no form");
    return request.path() + "|" + request.query() + "|" + form + "|" + request.body().remaining();
  }

  private Response afterTheGate() {
    waiting.countDown();
    try {
      assertThat(gate.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Response.of("text/plain", Thread.currentThread().isVirtual() ? "virtual" : "platform");
  }

  private static Response throwing() {
    throw new IllegalStateException("on purpose");
  }

  private URI uri(String target) {
    return URI.create("http://127.0.0.1:" + server.address().getPort() + target);
  }

  private HttpResponse<String> get(String target) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(target)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String target, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(target))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void a_handler_sees_path_and_query_as_they_came_and_the_form_decoded() throws Exception {
    var answer = post("/echo/a%2Fb%20c?x=%31&y=a+b", "From=%2B49+30&To=");

    assertThat(answer.body()).isEqualTo("/echo/a%2Fb%20c|x=%31&y=a+b|{From=+49 30, To=}|17");
  }

  @Test
  void a_form_that_names_a_field_twice_or_is_malformed_is_no_form() throws Exception {
    assertThat(post("/echo", "a=1&a=2").body()).contains("no form");
    assertThat(post("/echo", "a=%G1").body()).contains("no form");
    assertThat(post("/echo", "a=1&".repeat(120)).body()).contains("no form");
  }

  @Test
  void a_path_nobody_serves_is_404_and_a_wrong_method_is_405() throws Exception {
    assertThat(get("/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/echoes").statusCode()).isEqualTo(404);
    assertThat(get("/echo").statusCode()).isEqualTo(405);
    assertThat(get("/echo/deeper/down").body()).isEqualTo("deeper");
    assertThat(server.tally().of(Reception.NO_ROUTE)).isEqualTo(2);
    assertThat(server.tally().of(Reception.WRONG_METHOD)).isEqualTo(1);
  }

  @Test
  void a_body_as_long_as_it_may_be_is_taken_and_one_byte_more_is_413() throws Exception {
    assertThat(post("/echo", "x".repeat(1000)).body()).endsWith("|1000");
    assertThat(post("/echo", "x".repeat(1001)).statusCode()).isEqualTo(413);
    assertThat(server.tally().of(Reception.TOO_BIG)).isEqualTo(1);
  }

  @Test
  void a_body_in_chunks_is_bounded_too_whether_it_comes_with_the_head_or_later() throws Exception {
    var head = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    var body = "7d0\r\n" + "x".repeat(2000) + "\r\n0\r\n\r\n";

    for (int i = 0; i < 20; i++) {
      try (var together = new Wire(server.address()).send(head + body)) {
        together.untilClosed();
      }
      try (var apart = new Wire(server.address()).send(head).send(body)) {
        apart.untilClosed();
      }
    }

    awaited(() -> server.tally().of(Reception.TOO_BIG) == 40);
    assertThat(server.tally().of(Reception.CUT_OFF)).isZero();
  }

  /// The client may see the connection closed before the server has counted it.
  private static void awaited(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void too_many_header_bytes_or_lines_are_not_read() throws Exception {
    try (var wire = new Wire(server.address())) {
      wire.send("GET /echo/deeper HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(5000) + "\r\n\r\n");
      assertThat(wire.head()).doesNotContain("200 OK");
    }
    try (var wire = new Wire(server.address())) {
      wire.send("GET /echo/deeper HTTP/1.1\r\nHost: x\r\n" + "X: y\r\n".repeat(25) + "\r\n");
      assertThat(wire.head()).doesNotContain("200 OK");
    }
  }

  @Test
  void a_handler_that_throws_answers_an_empty_500() throws Exception {
    var answer = get("/broken");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEmpty();
    assertThat(server.tally().of(Reception.HANDLER_THREW)).isEqualTo(1);
  }

  @Test
  void handlers_wait_on_virtual_threads_and_beyond_the_places_there_is_503() throws Exception {
    var first = client.sendAsync(HttpRequest.newBuilder(uri("/slow")).build(), ofText());
    var second = client.sendAsync(HttpRequest.newBuilder(uri("/slow")).build(), ofText());
    assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(get("/echo/deeper").statusCode()).isEqualTo(503);
    gate.countDown();

    assertThat(first.get().body()).isEqualTo("virtual");
    assertThat(second.get().body()).isEqualTo("virtual");
    assertThat(server.tally().of(Reception.TOO_MANY)).isEqualTo(1);
  }

  private static HttpResponse.BodyHandler<String> ofText() {
    return BodyHandlers.ofString();
  }

  @Test
  void closing_waits_for_requests_in_flight_and_then_gives_the_port_back() throws Exception {
    var first = client.sendAsync(HttpRequest.newBuilder(uri("/slow")).build(), ofText());
    var second = client.sendAsync(HttpRequest.newBuilder(uri("/slow")).build(), ofText());
    assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
    var address = server.address();

    var closing = Thread.ofVirtual().start(server::close);
    gate.countDown();
    closing.join();

    assertThat(first.get().body()).isEqualTo("virtual");
    assertThat(second.get().body()).isEqualTo("virtual");
    try (var port = new java.net.ServerSocket()) {
      port.setReuseAddress(true);
      port.bind(address);
      assertThat(port.isBound()).isTrue();
    }
  }

  @Test
  void silent_half_and_dripping_clients_are_cut_off_and_others_are_served() throws Exception {
    var wires = new ArrayList<Wire>();
    wires.add(new Wire(server.address()));
    wires.add(new Wire(server.address()).send("POST /echo HTT"));
    wires.add(new Wire(server.address()).send(halfBody()));
    var dripping = new Wire(server.address()).send(halfBody());

    var drip = Thread.ofVirtual().start(() -> drip(dripping));

    assertThat(get("/echo/deeper").body()).isEqualTo("deeper");
    for (var wire : wires) wire.untilClosed();
    dripping.untilClosed();
    drip.join();
    for (var wire : wires) wire.close();
    dripping.close();
    awaited(
        () -> server.tally().of(Reception.TOO_SLOW) + server.tally().of(Reception.CUT_OFF) == 2);
  }

  private static String halfBody() {
    return "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nhalf";
  }

  /// Each byte comes well before the read time-out; only the deadline of the whole body ends it.
  private static void drip(Wire wire) {
    try {
      while (true) {
        wire.send("x");
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (IOException | InterruptedException _) {
      // cut off, as it should be
    }
  }

  @Test
  void more_connections_than_it_takes_wait_until_the_idle_ones_are_gone() throws Exception {
    var idle = new ArrayList<Wire>();
    for (int i = 0; i < 150; i++) idle.add(new Wire(server.address()));

    assertThat(get("/echo/deeper").body()).isEqualTo("deeper");

    for (var wire : idle) wire.close();
  }
}
