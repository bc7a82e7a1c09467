package callflow.fakegrok.caller;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// Posts signed forms, with Twilio's time-outs.
final class Web implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofSeconds(15);
  private static final int MAX_ANSWER = 64 * 1024;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final String authToken;

  Web(String authToken) {
    this.authToken = authToken;
  }

  /// Asks for an answer.
  ///
  /// @throws CallFailed if there is none, or not with status 200
  String post(URI address, Map<String, String> form) throws CallFailed, InterruptedException {
    try {
      var response = client.send(request(address, form), BodyHandlers.ofInputStream());
      String body = body(response);
      if (response.statusCode() / 100 != 2) {
        throw new CallFailed("11200: %s answered %d".formatted(address, response.statusCode()));
      }
      return body;
    } catch (IOException e) {
      throw new CallFailed("11205: %s can't be reached: %s".formatted(address, e));
    }
  }

  private static String body(HttpResponse<InputStream> response) throws IOException, CallFailed {
    try (var body = response.body()) {
      byte[] bytes = body.readNBytes(MAX_ANSWER + 1);
      if (bytes.length > MAX_ANSWER) throw new CallFailed("the answer is longer than 64 KiB");
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private HttpRequest request(URI address, Map<String, String> form) {
    return HttpRequest.newBuilder(address)
        .timeout(WHOLE)
        .version(HttpClient.Version.HTTP_1_1)
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .header(Signature.HEADER, Signature.of(address, form, authToken))
        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
        .build();
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
