package callflow.connector.http;

import static callflow.connector.operation.Sample.IMPATIENCE;
import static callflow.connector.operation.Sample.PATIENCE;
import static callflow.connector.operation.Sample.invocation;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.connector.operation.AnOperation;
import callflow.connector.operation.Sample;
import callflow.connector.pack.Connectors;
import callflow.value.Effect;
import callflow.value.ToolResult;
import callflow.value.ToolResult.Broken;
import callflow.value.ToolResult.Kind;
import callflow.value.ToolResult.Unknown;
import callflow.value.Types;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Peers that are broken or mean, and what a look-up and a change come to with each.
class HostilePeerTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  @Test
  void a_body_that_drips_does_not_outlast_the_patience() throws Exception {
    var over = new CountDownLatch(1);
    try (var peer =
        new RawServer(socket -> {
          var out = socket.getOutputStream();
          say(out, OK + "Content-Length: 100000\r\n\r\n{\"id\": \"");
          while (over.getCount() > 0) drip(out, over);
        })) {
      assertThat(look(peer, IMPATIENCE)).matches(result -> broken(result, Kind.TIMEOUT));
      assertThat(pay(peer, IMPATIENCE)).isEqualTo(new Unknown("key-1"));
    } finally {
      over.countDown();
    }
  }

  private static void drip(OutputStream out, CountDownLatch over) throws IOException {
    say(out, "x");
    try {
      if (over.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) return;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void an_endless_body_is_cut_off() throws Exception {
    try (var peer =
        new RawServer(socket -> {
          var out = socket.getOutputStream();
          say(out, OK + "Transfer-Encoding: chunked\r\n\r\n");
          while (true) say(out, "400\r\n" + "x".repeat(1024) + "\r\n");
        })) {
      assertThat(look(peer, PATIENCE)).matches(result -> broken(result, Kind.BAD_ANSWER));
      assertThat(look(peer, PATIENCE)).asString().contains("256 KiB");
    }
  }

  @Test
  void a_body_just_below_the_bound_is_read_and_one_above_is_not() throws Exception {
    String start = "{\"id\": \"";
    String end = "\"}";
    String full = start + "x".repeat(BoundedBody.MOST - start.length() - end.length()) + end;

    assertThat(look(OK + length(full) + full)).isInstanceOf(ToolResult.Done.class);
    assertThat(look(OK + length(full + " ") + full + " "))
        .matches(result -> broken(result, Kind.BAD_ANSWER));
  }

  @Test
  void a_connection_that_is_reset_is_unreachable_and_a_change_unknown() throws Exception {
    RawServer.Script reset = HostilePeerTest::reset;

    try (var peer = new RawServer(reset)) {
      assertThat(look(peer, PATIENCE)).matches(result -> broken(result, Kind.UNREACHABLE));
      assertThat(peer.requests()).isEqualTo(2);
    }
    try (var peer = new RawServer(reset)) {
      assertThat(pay(peer, PATIENCE)).isEqualTo(new Unknown("key-1"));
      assertThat(peer.requests()).isEqualTo(1);
    }
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"id\":",
        "HTTP/1.1 200 OK\r\nConte",
      })
  void an_answer_that_breaks_off_is_lost(String said) throws Exception {
    assertThat(look(said)).matches(result -> broken(result, Kind.UNREACHABLE));
    assertThat(pay(said)).isEqualTo(new Unknown("key-1"));
  }

  @Test
  void what_is_not_http_is_a_bad_answer_and_leaves_a_change_unknown() throws Exception {
    assertThat(look("220 mail.example ESMTP\r\n\r\n"))
        .matches(result -> broken(result, Kind.BAD_ANSWER));
    assertThat(pay("220 mail.example ESMTP\r\n\r\n")).isEqualTo(new Unknown("key-1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oops",
        "<html>",
        "{\"id\": \"a\"",
        "{\"id\": \"a\"} {}",
        "{\"id\": \"a\", \"id\": \"b\"}",
        "{\"id\": 1e999999999}",
        "[1]",
        "7",
        "null",
        "{\"id\": {}}",
        "{\"id\": [\"a\"]}",
        "{'id': 'a'}",
        "{\"id\": NaN}"
      })
  void what_is_not_the_promised_json_is_a_bad_answer(String body) throws Exception {
    assertThat(look(OK + length(body) + body)).matches(result -> broken(result, Kind.BAD_ANSWER));
  }

  @Test
  void json_may_be_nested_as_deep_as_the_bound_and_no_deeper() throws Exception {
    assertThat(look(nested(JsonReading.MAX_DEPTH))).isInstanceOf(ToolResult.Done.class);
    assertThat(look(nested(JsonReading.MAX_DEPTH + 1)))
        .matches(result -> broken(result, Kind.BAD_ANSWER));
    assertThat(look(nested(100_000))).matches(result -> broken(result, Kind.BAD_ANSWER));
  }

  private static String nested(int depth) {
    int inside = depth - 1;
    String body = "{\"id\":\"a\",\"deep\":" + "[".repeat(inside) + "]".repeat(inside) + "}";
    return OK + length(body) + body;
  }

  @Test
  void a_compressed_bomb_is_not_unpacked() throws Exception {
    assertThat(look(OK + "Content-Encoding: gzip\r\n" + length("{}") + "{}"))
        .matches(result -> broken(result, Kind.BAD_ANSWER));
  }

  @Test
  void headers_without_an_end_do_not_outlast_the_bounds() throws Exception {
    try (var peer =
        new RawServer(socket -> {
          var out = socket.getOutputStream();
          say(out, OK);
          while (true) say(out, "X-More: " + "y".repeat(1000) + "\r\n");
        })) {
      assertThat(look(peer, PATIENCE)).isInstanceOf(Broken.class);
    }
  }

  private static ToolResult look(String said) throws InterruptedException {
    try (var peer = RawServer.saying(said)) {
      return look(peer, PATIENCE);
    }
  }

  private static ToolResult pay(String said) throws InterruptedException {
    try (var peer = RawServer.saying(said)) {
      return pay(peer, PATIENCE);
    }
  }

  private static ToolResult look(RawServer peer, Duration patience) throws InterruptedException {
    return ask(peer, AnOperation.named("ask").http("GET", "/").output("id", Types.TEXT), patience);
  }

  private static ToolResult pay(RawServer peer, Duration patience) throws InterruptedException {
    return ask(
        peer,
        AnOperation.named("ask").effect(Effect.WRITES).http("POST", "/").output("id", Types.TEXT),
        patience);
  }

  private static ToolResult ask(RawServer peer, AnOperation operation, Duration patience)
      throws InterruptedException {
    var file = Sample.http(peer.url(), operation);
    try (var connector = Sample.whole(Connectors.open(file, Sample.SECRETS))) {
      return connector.invoke(invocation("ask", patience));
    }
  }

  private static String length(String body) {
    return "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n";
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  private static boolean broken(ToolResult result, Kind kind) {
    return result instanceof Broken(var found, _, _) && found == kind;
  }
}
