package callflow.fakegrok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/// A bare client of the stand-in: sends frames, and waits for what comes.
final class GrokClient implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
  private final CountDownLatch opened = new CountDownLatch(1);
  private final List<ObjectNode> seen = new ArrayList<>();
  private final Ear ear = new Ear();
  private final WebSocketClient socket;
  private SoundFormat.Reader reader = new SoundFormat(SoundFormat.Kind.MULAW, 8000).reader();

  private GrokClient(URI uri, Map<String, String> headers) {
    socket =
        new WebSocketClient(uri, headers) {
          @Override
          public void onOpen(ServerHandshake handshake) {
            opened.countDown();
          }

          @Override
          public void onMessage(String message) {
            arrived.add(message);
          }

          @Override
          public void onMessage(ByteBuffer bytes) {
            arrived.add("binary");
          }

          @Override
          public void onClose(int code, String reason, boolean remote) {
            arrived.add(
                "{\"type\":\"closed\",\"code\":%d,\"reason\":\"%s\"}"
                    .formatted(code, reason.replace('"', '\'')));
          }

          @Override
          public void onError(Exception trouble) {}
        };
    socket.connect();
  }

  static GrokClient of(URI uri) {
    return new GrokClient(uri, Map.of("Authorization", "Bearer test"));
  }

  static GrokClient of(URI uri, Map<String, String> headers) {
    return new GrokClient(uri, headers);
  }

  /// A session that is set up for telephone sound and turn detection.
  static GrokClient ready(FakeGrok grok) throws InterruptedException {
    var client = of(grok.realtime());
    client.until("conversation.created");
    client.send(SET_UP);
    client.until("session.updated");
    return client;
  }

  static final String SET_UP =
      """
      {"type":"session.update","session":{"instructions":"Be kind.","voice":"eve",
       "turn_detection":{"type":"server_vad","silence_duration_ms":200},
       "audio":{"input":{"format":{"type":"audio/pcmu"},"transcription":{"model":"grok-transcribe"}},
                "output":{"format":{"type":"audio/pcmu"}}},
       "tools":[{"type":"function","name":"find_order","description":"Finds it.",
                 "parameters":{"type":"object","properties":{}}}]}}
      """;

  void awaitOpen() throws InterruptedException {
    assertThat(opened.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  /// Waits until what was heard so far ends with these words.
  void untilHeard(String words) throws InterruptedException {
    while (!ear.text().endsWith(words)) next();
  }

  GrokClient hearing(SoundFormat format) {
    reader = format.reader();
    return this;
  }

  void send(String frame) {
    socket.send(frame);
  }

  /// Speaks, and is silent for as long as ends a turn.
  void speak(String append, String words) {
    sound(append, AudibleText.encode(words, 3));
    silence(append, 600);
  }

  void silence(String append, int millis) {
    var silence = new byte[millis * 8];
    Arrays.fill(silence, (byte) 0xFF);
    sound(append, silence);
  }

  void sound(String append, byte[] sound) {
    send(
        "{\"type\":\"%s\",\"audio\":\"%s\"}"
            .formatted(append, Base64.getEncoder().encodeToString(sound)));
  }

  void speak(String words) {
    speak("input_audio_buffer.append", words);
  }

  /// Waits for a frame of this type; what comes before is kept, too.
  ObjectNode until(String type) throws InterruptedException {
    while (true) {
      var frame = next();
      if (frame.path("type").asText().equals(type)) return frame;
    }
  }

  ObjectNode next() throws InterruptedException {
    String text = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(text).as("nothing comes after %s", types()).isNotNull();
    var frame = Json.read(text).orElseGet(() -> Json.object().put("type", "unreadable"));
    seen.add(frame);
    String sound = frame.path("delta").asText(frame.path("audio").asText(""));
    if (frame.path("type").asText().endsWith("audio.delta")) {
      ear.hear(reader.read(Base64.getDecoder().decode(sound)));
    }
    return frame;
  }

  /// The types of all frames so far, without pings and with repetitions of sound left out.
  List<String> types() {
    var types = new ArrayList<String>();
    for (JsonNode frame : seen) {
      String type = frame.path("type").asText();
      if (type.equals("ping") || (type.endsWith(".delta") && types.contains(type))) continue;
      types.add(type);
    }
    return types;
  }

  List<ObjectNode> seen(String type) {
    return seen.stream().filter(frame -> frame.path("type").asText().equals(type)).toList();
  }

  /// All frames so far.
  List<ObjectNode> seen() {
    return List.copyOf(seen);
  }

  void forget() {
    seen.clear();
  }

  Ear ear() {
    return ear;
  }

  @Override
  public void close() {
    socket.close();
  }
}
