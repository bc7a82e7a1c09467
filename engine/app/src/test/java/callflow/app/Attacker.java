package callflow.app;

import callflow.fakegrok.caller.TwilioCaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Somebody who tries everything from outside, some of it with a stolen secret.
final class Attacker implements AutoCloseable {
  private static final String MADE_UP = "0".repeat(32);
  private static final int GONE = 4999;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Socket> halves = new ArrayList<>();
  private final TwilioCaller.Settings line;

  Attacker(TwilioCaller.Settings line) {
    this.line = line;
  }

  // ---- Webhooks ---------------------------------------------------------------------------------

  /// The status an unsigned webhook gets.
  int unsigned(String callSid) {
    return post(line.voiceUrl(), form(callSid, line.to()), "").statusCode();
  }

  int signedWithAnotherSecret(String callSid) {
    var form = form(callSid, line.to());
    return post(line.voiceUrl(), form, sign(line.voiceUrl(), form, "another")).statusCode();
  }

  /// The first webhook of somebody's call once more, as it was.
  int replayed(String callSid) {
    return signed(line.voiceUrl(), form(callSid, line.to())).statusCode();
  }

  /// What somebody hears who calls a number that isn't ours.
  String unknownNumber() {
    return signed(line.voiceUrl(), form("CA" + "7".repeat(32), "+49309999999")).body();
  }

  /// Asks for what comes next in somebody's call, with a word that isn't open.
  int staleStep(String callSid) {
    var form = form(callSid, line.to());
    form.put("CallStatus", "in-progress");
    return signed(line.voiceUrl().resolve("/twilio/continue/" + MADE_UP), form).statusCode();
  }

  /// Whether more than anybody has to say is taken; the server may hang up before it is all said.
  boolean hugeBody() {
    var form = form("CA" + MADE_UP, line.to());
    form.put("Filler", "x".repeat(100_000));
    try {
      return signed(line.voiceUrl(), form).statusCode() != 413;
    } catch (CompletionException hungUp) {
      return false;
    }
  }

  private Map<String, String> form(String callSid, String to) {
    var form = new LinkedHashMap<String, String>();
    form.put("CallSid", callSid);
    form.put("AccountSid", line.accountSid());
    form.put("From", line.from());
    form.put("To", to);
    form.put("CallStatus", "ringing");
    return form;
  }

  private HttpResponse<String> signed(URI url, Map<String, String> form) {
    return post(url, form, sign(url, form, line.authToken()));
  }

  private HttpResponse<String> post(URI url, Map<String, String> form, String signature) {
    var body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    // A connection of its own: one that is kept may be closed just when it is used again.
    try (var fresh = HttpClient.newHttpClient()) {
      return fresh.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String sign(URI url, Map<String, String> form, String secret) {
    var text = new StringBuilder(url.toString());
    new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  // ---- Media sockets ----------------------------------------------------------------------------

  /// Whether a media socket opens for somebody who signs with another secret.
  boolean forgedUpgrade() {
    return open(new Farewell(), "another").handle((_, no) -> no == null).join();
  }

  /// Claims somebody's call with a ticket that was never given.
  ///
  /// @return the code the socket is closed with
  int wrongTicket(String callSid) {
    return closedAfter(
        """
        {"event":"start","sequenceNumber":"1","streamSid":"MZ%s","start":{"accountSid":"%s",\
        "streamSid":"MZ%s","callSid":"%s","tracks":["inbound"],"mediaFormat":\
        {"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1},\
        "customParameters":{"ticket":"%s"}}}\
        """
            .formatted(MADE_UP, line.accountSid(), MADE_UP, callSid, MADE_UP));
  }

  int garbageFrame() {
    return closedAfter("{{{{".repeat(1000));
  }

  int hugeFrame() {
    return closedAfter(" ".repeat(2 << 20));
  }

  private int closedAfter(String text) {
    var farewell = new Farewell();
    var socket = open(farewell, line.authToken()).join();
    // It may be closed before all has been sent.
    var _ = socket.sendText(text, true).handle((_, _) -> true).join();
    try {
      return farewell.code.get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the socket stays open", e);
    } finally {
      socket.abort();
    }
  }

  private CompletableFuture<WebSocket> open(WebSocket.Listener listener, String secret) {
    var url = URI.create("ws" + line.voiceUrl().toString().substring(4)).resolve("/twilio/media");
    return client
        .newWebSocketBuilder()
        .header("X-Twilio-Signature", sign(url, Map.of(), secret))
        .buildAsync(url, listener);
  }

  private static final class Farewell implements WebSocket.Listener {
    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      code.complete(status);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      code.complete(GONE);
    }
  }

  // ---- Half requests ----------------------------------------------------------------------------

  /// Begins a request and never ends it.
  void begins(String half) {
    try {
      var socket = new Socket(InetAddress.getLoopbackAddress(), line.voiceUrl().getPort());
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
      halves.add(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until the server has closed everything that was begun.
  ///
  /// @return how many there were
  int awaitAllCut() throws IOException {
    for (var half : halves) {
      try {
        while (half.getInputStream().read() >= 0) {}
      } catch (java.net.SocketException _) {
        // Reset.
      }
    }
    return halves.size();
  }

  @Override
  public void close() throws IOException {
    for (var half : halves) half.close();
    client.shutdownNow();
  }
}
