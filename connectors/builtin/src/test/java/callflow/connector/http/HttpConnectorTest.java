package callflow.connector.http;

import static callflow.connector.operation.Sample.CANARY;
import static callflow.connector.operation.Sample.PATIENCE;
import static callflow.connector.operation.Sample.ask;
import static callflow.connector.operation.Sample.fields;
import static callflow.connector.operation.Sample.invocation;
import static callflow.connector.operation.Sample.leaf;
import static callflow.connector.operation.Sample.members;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.connector.Connector;
import callflow.connector.operation.AnOperation;
import callflow.connector.operation.Sample;
import callflow.connector.pack.Connectors;
import callflow.syntax.ConnectorFile.AuthDecl;
import callflow.syntax.ConnectorFile.Backend;
import callflow.syntax.ConnectorFile.BodyDecl;
import callflow.value.Effect;
import callflow.value.ToolResult;
import callflow.value.ToolResult.Broken;
import callflow.value.ToolResult.Done;
import callflow.value.ToolResult.Kind;
import callflow.value.ToolResult.Refused;
import callflow.value.ToolResult.Unknown;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConnectorTest {
  private final WebServer server = new WebServer(_ -> WebServer.json("{}"));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void values_are_escaped_for_the_place_they_go_to() throws Exception {
    var find =
        AnOperation.named("find")
            .input("id")
            .input("words")
            .input("tags", new Type.ListOf(Types.TEXT), true)
            .input("page", Types.TEXT, false)
            .http("GET", "/v1/things/${id}/parts")
            .query("q", "${words}")
            .query("tag", "${tags}")
            .query("page", "${page}")
            .header("X-Words", "w=${words}");
    var tags = new Value.Items(List.of(new Value.Text("a b"), new Value.Text("c")));

    try (var connector = open(find)) {
      ask(connector, "find", "id", "../7/ä?", "words", "a&b=c #+", "tags", tags);
    }

    var request = server.received().getFirst();
    assertThat(request.target())
        .isEqualTo("/v1/things/..%2F7%2F%C3%A4%3F/parts?q=a%26b%3Dc%20%23%2B&tag=a%20b&tag=c");
    assertThat(request.headers().getFirst("X-Words")).isEqualTo("w=a&b=c #+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", ".."})
  void an_argument_that_would_change_the_path_is_refused_before_anything_is_sent(String id)
      throws Exception {
    var find = AnOperation.named("find").input("id").http("GET", "/things/${id}");

    try (var connector = open(find)) {
      assertThat(ask(connector, "find", "id", id)).matches(result -> refused(result, "invalid"));
    }
    assertThat(server.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Admin: 1", "a\nb", "ä", "\u0000"})
  void a_header_cannot_be_broken_out_of(String words) throws Exception {
    var find =
        AnOperation.named("find").input("words").http("GET", "/").header("X-Words", "${words}");

    try (var connector = open(find)) {
      assertThat(ask(connector, "find", "words", words))
          .matches(result -> refused(result, "invalid"));
    }
    assertThat(server.received()).isEmpty();
  }

  @Test
  void a_body_keeps_types_and_leaves_out_what_is_unset() throws Exception {
    var pay =
        AnOperation.named("pay")
            .effect(Effect.IRREVERSIBLE)
            .input("amount", Sample.EUROS, true)
            .input("note", Types.TEXT, false)
            .http("POST", "/pay")
            .body(
                members(
                    "payment",
                    new BodyDecl.Members(
                        List.of(
                            member("amount", leaf("${amount}")),
                            member("text", leaf("pay ${amount} \" now")),
                            member("note", leaf("${note}")),
                            member(
                                "list",
                                new BodyDecl.Elements(
                                    List.of(
                                        leaf("${note}"),
                                        new BodyDecl.Constant(new Value.Bool(true)))))))));

    try (var connector = open(pay)) {
      ask(connector, "pay", "amount", new BigDecimal("0.30"));
    }

    assertThat(server.received().getFirst().body())
        .isEqualTo("{\"payment\":{\"amount\":0.3,\"text\":\"pay 0.3 \\\" now\",\"list\":[true]}}");
  }

  private static callflow.syntax.ConnectorFile.Member member(String name, BodyDecl value) {
    return new callflow.syntax.ConnectorFile.Member(Sample.at(name), value);
  }

  @Test
  void changes_carry_the_key_of_the_action_and_look_ups_do_not() throws Exception {
    var look = AnOperation.named("look").http("GET", "/look");
    var pay = AnOperation.named("pay").effect(Effect.WRITES).http("POST", "/pay");

    try (var connector = open(look, pay)) {
      ask(connector, "look");
      ask(connector, "pay");
    }

    assertThat(server.received())
        .extracting(request -> request.headers().getFirst("Idempotency-Key"))
        .containsExactly(null, "key-1");
  }

  @Test
  void credentials_and_keys_come_from_the_environment() throws Exception {
    var look = AnOperation.named("look").http("GET", "/").header("X-Api-Key", "env:CANARY");
    var basic = new AuthDecl.Basic(Sample.at("reader"), Sample.at("env:CANARY"));
    var backend = new Backend.Http(Sample.at(server.url()), basic, Optional.empty(), true);

    try (var bearer = open(look);
        var signedIn = whole(Connectors.open(Sample.http(backend, look), Sample.SECRETS))) {
      ask(bearer, "look");
      ask(signedIn, "look");
    }

    assertThat(server.received())
        .extracting(request -> request.headers().getFirst("Authorization"))
        .containsExactly("Bearer " + CANARY, "Basic cmVhZGVyOmNhbmFyeS01ZjM3NTlkZg==");
    assertThat(server.received().getFirst().headers().getFirst("X-Api-Key")).isEqualTo(CANARY);
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid",
    "422, invalid",
    "404, not_found",
    "409, conflict",
    "402, too_poor",
    "503, closed"
  })
  void the_other_side_says_no_by_its_status(int status, String code) throws Exception {
    server.script(_ -> WebServer.status(status));

    try (var connector = open(look())) {
      assertThat(ask(connector, "look")).matches(result -> refused(result, code));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, FAILED, false",
    "403, FAILED, false",
    "302, FAILED, false",
    "410, FAILED, false",
    "418, FAILED, false",
    "429, BUSY, true",
    "500, FAILED, true",
    "502, FAILED, true",
    "408, TIMEOUT, true",
    "504, TIMEOUT, true"
  })
  void trouble_of_the_other_side_is_broken_by_kind(int status, Kind kind, boolean retryable)
      throws Exception {
    server.script(_ -> WebServer.status(status));

    try (var connector = open(look())) {
      assertThat(ask(connector, "look"))
          .isInstanceOfSatisfying(
              Broken.class,
              broken -> {
                assertThat(broken.kind()).isEqualTo(kind);
                assertThat(broken.retryable()).isEqualTo(retryable);
                assertThat(broken.message()).doesNotContain("outside", CANARY);
              });
    }
    assertThat(server.received()).hasSize(1);
  }

  private static AnOperation look() {
    return AnOperation.named("look")
        .http("GET", "/look")
        .error("402", "too_poor")
        .error("503", "closed");
  }

  @Test
  void refused_credentials_name_where_they_come_from() throws Exception {
    server.script(_ -> WebServer.status(401));

    try (var connector = open(look())) {
      assertThat(ask(connector, "look"))
          .asString()
          .contains("`env:CANARY`", "`billing`")
          .doesNotContain(CANARY);
    }
  }

  @Test
  void a_gateway_that_gave_up_leaves_a_change_unknown() throws Exception {
    server.script(_ -> WebServer.status(504));

    try (var connector = open(pay())) {
      assertThat(ask(connector, "pay")).isEqualTo(new Unknown("key-1"));
    }
  }

  @Test
  void a_change_without_an_answer_in_time_is_unknown_and_sent_once() throws Exception {
    server.hold();

    try (var connector = open(pay())) {
      assertThat(connector.invoke(invocation("pay", Sample.IMPATIENCE)))
          .isEqualTo(new Unknown("key-1"));
    }
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void a_redirect_is_not_followed() throws Exception {
    try (var metadata = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        var moved =
            RawServer.saying(
                "HTTP/1.1 307 T\r\nLocation: " + metadata.url() + "\r\nContent-Length: 0\r\n\r\n");
        var connector = open(moved.url(), look())) {
      assertThat(ask(connector, "look")).isInstanceOf(Broken.class);
      assertThat(metadata.requests()).isZero();
    }
  }

  @Test
  void fields_are_taken_from_where_the_file_says() throws Exception {
    server.script(_ ->
        WebServer.json(
            "{\"total\":{\"amount\":\"19.90\"},\"items\":[{\"a\":1,\"x\":2}],\"id\":7}"));
    var item = new java.util.LinkedHashMap<String, Type.Field>();
    item.put("a", new Type.Field(Types.NUMBER, true, false, ""));
    var look =
        AnOperation.named("look")
            .http("GET", "/")
            .output("total", Sample.EUROS, "${body.total.amount}")
            .output("label", Types.TEXT, "no ${body.id}")
            .output("items", new Type.ListOf(new Type.Struct(item)));

    try (var connector = open(look)) {
      assertThat(ask(connector, "look"))
          .isEqualTo(
              new Done(
                  fields(
                      "total",
                      new BigDecimal("19.90"),
                      "label",
                      "no 7",
                      "items",
                      new Value.Items(List.of(fields("a", 1))))));
    }
  }

  @Test
  void an_answer_nobody_needs_is_not_read() throws Exception {
    server.script(_ -> new WebServer.Reply(200, "oops"));

    try (var connector = open(pay())) {
      assertThat(ask(connector, "pay")).isEqualTo(new Done(Value.Fields.NONE));
    }
  }

  @Test
  void a_key_that_is_kept_is_sent_again_over_a_new_connection() throws Exception {
    var answers = new java.util.concurrent.atomic.AtomicInteger();
    try (var flaky =
            new RawServer(peer -> {
              if (answers.incrementAndGet() > 1) {
                peer.getOutputStream()
                    .write(
                        "HTTP/1.1 204 No\r\n\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
              }
            });
        var connector = open(flaky.url(), pay().honoursKey())) {
      assertThat(connector.invoke(invocation("pay", PATIENCE)))
          .isEqualTo(new Done(Value.Fields.NONE));
      assertThat(flaky.requests()).isEqualTo(2);
    }
  }

  private static AnOperation pay() {
    return AnOperation.named("pay").effect(Effect.WRITES).http("POST", "/pay");
  }

  private Connector open(AnOperation... operations) {
    return open(server.url(), operations);
  }

  private static Connector open(String url, AnOperation... operations) {
    return whole(Connectors.open(Sample.http(url, operations), Sample.SECRETS));
  }

  private static <T> T whole(callflow.diagnostic.Checked<T> checked) {
    return Sample.whole(checked);
  }

  private static boolean refused(ToolResult result, String code) {
    return result instanceof Refused(var said, var message)
        && said.equals(code)
        && !message.contains("outside");
  }
}
