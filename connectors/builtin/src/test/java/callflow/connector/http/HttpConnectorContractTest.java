package callflow.connector.http;

import callflow.connector.Connector;
import callflow.connector.operation.AnOperation;
import callflow.connector.operation.ConnectorContract;
import callflow.connector.operation.Sample;
import callflow.connector.pack.Connectors;
import callflow.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class HttpConnectorContractTest extends ConnectorContract {
  private static final String ACCOUNT =
      """
      {"holder": "Ann O'Hara", "open": 84.20, "note": null, "internal": {"risk": 7}}
      """;

  private final WebServer server = new WebServer(this::answer);
  private volatile String note = "";

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  protected Connector open() {
    return connector(server.url());
  }

  @Override
  protected Connector openUnreachable() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return connector("http://localhost:" + free.getLocalPort());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static Connector connector(String url) {
    List<AnOperation> operations = operations();
    operations.get(0).http("GET", "/accounts/${number}").error("404", "no_account");
    operations.get(1).http("GET", "/broken");
    operations.get(2).http("GET", "/crooked");
    operations.get(3).http("GET", "/long");
    operations
        .get(4)
        .http("POST", "/accounts/${number}/note")
        .body(Sample.members("note", Sample.leaf("${note}")));
    return Sample.whole(
        Connectors.open(Sample.http(url, operations.toArray(AnOperation[]::new)), Sample.SECRETS));
  }

  private WebServer.Reply answer(WebServer.Received request) {
    String path = URI.create(request.target()).getPath();
    return switch (path) {
      case "/accounts/" + NUMBER, "/broken", "/crooked" -> WebServer.json(ACCOUNT);
      case "/long" -> WebServer.json("{\"story\": \"" + "x".repeat(2000) + "\"}");
      case "/accounts/" + NUMBER + "/note" -> {
        note = noteIn(request.body());
        yield new WebServer.Reply(204, "");
      }
      default -> WebServer.status(404);
    };
  }

  private static String noteIn(String body) {
    var read = JsonReading.read(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return read instanceof JsonReading.Read.Json(var json)
            && json.orElseThrow() instanceof Value.Fields fields
        ? fields.get("note").orElseThrow().toString()
        : "unreadable";
  }

  @Override
  protected void hold() {
    server.hold();
  }

  @Override
  protected void answerAgain() {
    server.release();
  }

  @Override
  protected void awaitRequest() throws InterruptedException {
    server.awaitRequest();
  }

  @Override
  protected String note() {
    return note;
  }
}
