package callflow.runtime.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.runtime.server.CallServer;
import callflow.runtime.server.ServerLimits;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Plays Twilio's part against a real server: signed webhooks and media sockets.
final class Twilio implements AutoCloseable {
  static final String PUBLIC = "https://calls.example.com";
  static final String CALL = "CA0123456789abcdef0123456789abcdef";
  static final String OTHER_CALL = "CA00000000000000000000000000000000";
  static final String ACCOUNT = "ACffffffffffffffffffffffffffffffff";
  static final String TOKEN = "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f";

  final RecordingSwitchboard switchboard = new RecordingSwitchboard();
  final HandPulse pulse = new HandPulse();
  final Signer signer = new Signer(TOKEN);
  final TwilioCarrier carrier;
  final CallServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  Twilio() {
    this(new TwilioSettings(URI.create(PUBLIC), List.of(new AuthToken(TOKEN))));
  }

  Twilio(TwilioSettings settings) {
    carrier = new TwilioCarrier(settings, switchboard, pulse);
    server = CallServer.start("127.0.0.1", 0, ServerLimits.DEFAULT, carrier.routes());
  }

  long counted(String name) {
    return carrier.tally().of(name);
  }

  static Map<String, String> call(String callSid, String status) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("CallSid", callSid);
    fields.put("AccountSid", ACCOUNT);
    fields.put("From", "+4930123456");
    fields.put("To", "+15005550006");
    fields.put("CallStatus", status);
    return fields;
  }

  static Map<String, String> with(Map<String, String> fields, String... more) {
    var all = new LinkedHashMap<>(fields);
    for (int i = 0; i < more.length; i += 2) all.put(more[i], more[i + 1]);
    return all;
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpResponse<String> post(String target, Map<String, String> fields) {
    return post(target, encoded(fields), signer.sign(PUBLIC + target, fields));
  }

  HttpResponse<String> post(String target, String body, String signature) {
    var request =
        HttpRequest.newBuilder(URI.create(local("http") + target))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("X-Twilio-Signature", signature)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  String local(String scheme) {
    return scheme + "://127.0.0.1:" + server.address().getPort();
  }

  /// The voice webhook's answer.
  String rings() {
    return rings(CALL);
  }

  String rings(String callSid) {
    var answer = post("/twilio/voice", call(callSid, "ringing"));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  /// A call up to where the caller can be heard.
  MediaStream talks() throws InterruptedException {
    return talks(CALL);
  }

  MediaStream talks(String callSid) throws InterruptedException {
    var stream = stream();
    stream.start(callSid, ticket(rings(callSid)));
    assertThat(switchboard.next()).isEqualTo("connected");
    return stream;
  }

  /// A call up to where the caller can be heard, by the answer to the last question.
  MediaStream comesBack(String twiml) throws InterruptedException {
    var stream = stream();
    stream.start(CALL, ticket(twiml));
    assertThat(switchboard.next()).isEqualTo("mediaBack");
    return stream;
  }

  MediaStream stream() throws InterruptedException {
    var signature = signer.sign("wss://calls.example.com/twilio/media", Map.of());
    var stream = new MediaStream(URI.create(local("ws") + "/twilio/media"), signature);
    assertThat(stream.connectBlocking()).isTrue();
    return stream;
  }

  /// Asks what comes next where the last answer says so.
  HttpResponse<String> asks(String twiml, String status, String... more) {
    return post(action(twiml), with(call(CALL, status), more));
  }

  static String ticket(String twiml) {
    return found(twiml, "name=\"ticket\" value=\"([0-9a-f]{32})\"");
  }

  /// Path of the address where the next step is asked for.
  static String action(String twiml) {
    return found(twiml, "action=\"" + Pattern.quote(PUBLIC) + "([^\"]+)\"");
  }

  private static String found(String twiml, String pattern) {
    var matcher = Pattern.compile(pattern).matcher(twiml);
    assertThat(matcher.find()).as(twiml).isTrue();
    return matcher.group(1);
  }

  @Override
  public void close() {
    client.close();
    carrier.close();
    server.close();
  }
}
