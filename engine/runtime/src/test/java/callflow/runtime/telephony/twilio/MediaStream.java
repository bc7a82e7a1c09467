package callflow.runtime.telephony.twilio;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/// Twilio's end of a media socket.
final class MediaStream extends WebSocketClient {
  static final String SID = "MZ0123456789abcdef0123456789abcdef";
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private int sequence = 1;

  MediaStream(URI uri, String signature) {
    super(uri, Map.of("x-twilio-signature", signature));
    setConnectionLostTimeout(0);
  }

  void start(String callSid, String ticket) {
    send("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
    send(started(callSid, ticket, "audio/x-mulaw"));
  }

  static String started(String callSid, String ticket, String encoding) {
    return """
    {"event":"start","sequenceNumber":"1","start":{"accountSid":"%s","streamSid":"%s",\
    "callSid":"%s","tracks":["inbound"],"mediaFormat":{"encoding":"%s","sampleRate":8000,\
    "channels":1},"customParameters":{"ticket":"%s"}},"streamSid":"%s"}\
    """
        .formatted(Twilio.ACCOUNT, SID, callSid, encoding, ticket, SID);
  }

  static String media(int sequence, String payload) {
    return """
    {"event":"media","sequenceNumber":"%d","media":{"track":"inbound","chunk":"%d",\
    "timestamp":"%d","payload":"%s"},"streamSid":"%s"}\
    """
        .formatted(sequence, sequence - 1, 20 * (sequence - 2), payload, SID);
  }

  void sound(String payload) {
    send(media(++sequence, payload));
  }

  void digit(String digit) {
    digit(++sequence, digit);
  }

  void digit(int number, String digit) {
    send(
        """
        {"event":"dtmf","streamSid":"%s","sequenceNumber":"%d",\
        "dtmf":{"track":"inbound_track","digit":"%s"}}\
        """
            .formatted(SID, number, digit));
  }

  void mark(String name) {
    send(
        """
        {"event":"mark","sequenceNumber":"%d","streamSid":"%s","mark":{"name":"%s"}}\
        """
            .formatted(++sequence, SID, name));
  }

  void stop() {
    send(
        """
        {"event":"stop","sequenceNumber":"%d","streamSid":"%s",\
        "stop":{"accountSid":"%s","callSid":"%s"}}\
        """
            .formatted(++sequence, SID, Twilio.ACCOUNT, Twilio.CALL));
  }

  /// What the server said next, its good-bye included.
  String next() throws InterruptedException {
    var next = heard.poll(30, TimeUnit.SECONDS);
    return next == null ? "nothing" : next;
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    // the test speaks first
  }

  @Override
  public void onMessage(String message) {
    heard.add(message);
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    heard.add("closed " + code);
  }

  @Override
  public void onError(Exception e) {
    heard.add("error " + e.getMessage());
  }
}
