package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A call whose tools are answered by real systems: an HTTP server, a database.
class LiveConnectorTest {
  @TempDir Path folder;
  private HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/customers/search",
        exchange ->
            answer(exchange, "{\"matched\": true, \"customer\": {\"id\": \"C9\", \"card\": 1}}"));
    server.createContext("/customers/C9/balance", exchange -> answer(exchange, "{\"open\": 12.5}"));
    server.createContext("/payments", exchange -> answer(exchange, "{\"receipt\": \"R-1\"}"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange, String json) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Workplace workplace() throws IOException {
    var connector = folder.resolve("billing.connector.yaml");
    return Workplace.in(folder)
        .change(
            connector,
            "base_url: env:BILLING_URL",
            "base_url: http://127.0.0.1:" + server.getAddress().getPort() + "\nallow_private: yes")
        .change(connector, "auth: { kind: bearer, token: env:BILLING_TOKEN }\n", "");
  }

  private static CommandLineRun talk(Path flow, String... lines) {
    return CommandLineRun.typing(
        String.join("\n", lines) + "\n",
        "simulate",
        flow.toString(),
        "--live",
        "--at",
        "2026-03-02T10:00:00+01:00");
  }

  @Test
  void the_flow_talks_to_a_real_http_service() throws IOException {
    workplace();

    var run =
        talk(
            folder,
            "12345678, born 2 February 1990",
            "how much do I owe",
            "I want to pay",
            "twelve euros fifty",
            "yes");

    assertThat(asked)
        .satisfiesExactly(
            search -> assertThat(search).contains("\"12345678\"").contains("\"1990-02-02\""),
            balance -> assertThat(balance).startsWith("GET /customers/C9/balance"),
            payment -> assertThat(payment).startsWith("POST /payments").contains("12.5"));
    assertThat(run.out()).contains("pay_bill -> { receipt: R-1 }").doesNotContain("card");
  }

  @Test
  void a_service_that_is_gone_takes_the_flows_way_for_it() throws IOException {
    workplace();
    server.stop(0);

    var run = talk(folder, "12345678, born 2 February 1990");

    assertThat(run.out()).contains("event find_customer.failed").contains("transfer billing_team");
  }

  @Test
  void the_flow_talks_to_a_real_database() throws IOException {
    Files.writeString(
        folder.resolve("stock.flow.yaml"),
        """
        flow: stock
        start: ask
        variables:
          article: { type: digits, length: 4, describe: the article number }
          found: { type: text }
        tools:
          look_up:
            use: warehouse.look_up
            with: { article: "${article}" }
            save: { found: result.name }
        states:
          ask:
            collect: { article: { attempts: 3 } }
            run: look_up
            next: told
            on: { attempts_exhausted: sorry, tool.failed: sorry }
          told:
            say: That is ${found}.
            hangup: told
          sorry:
            say: I do not know that article.
            hangup: unknown
        """);
    Files.writeString(
        folder.resolve("warehouse.connector.yaml"),
        """
        connector: warehouse
        kind: sql
        url: jdbc:h2:mem:warehouse;INIT=CREATE TABLE IF NOT EXISTS article(number VARCHAR(4) PRIMARY KEY, name VARCHAR(20))\\;MERGE INTO article VALUES('4711', 'a blue lamp')
        operations:
          look_up:
            effect: reads
            input: { article: { type: digits, length: 4 } }
            output: { name: { type: text, from: "${row.name}" } }
            sql: select name from article where number = :article
            errors: { none: not_found }
        """);

    assertThat(talk(folder, "4711").out()).contains("Agent: That is a blue lamp.");
    assertThat(talk(folder, "0815").out()).contains("Agent: I do not know that article.");
  }
}
