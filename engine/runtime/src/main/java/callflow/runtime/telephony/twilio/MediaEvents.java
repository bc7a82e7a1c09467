package callflow.runtime.telephony.twilio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads every message of a media socket; for sound there is the faster [MediaScan].
final class MediaEvents {
  private static final int DEEPEST = 16;
  private static final String KEYS = "0123456789*#";

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final MediaEvent UNKNOWN = new MediaEvent.Unknown();

  private MediaEvents() {}

  /// What a message says; [MediaEvent.Unknown] if it makes no sense.
  static MediaEvent read(ByteBuffer message) {
    try {
      var bytes = new byte[message.remaining()];
      message.get(message.position(), bytes);
      return event(JSON.readTree(bytes));
    } catch (IOException _) {
      return UNKNOWN;
    }
  }

  private static MediaEvent event(JsonNode frame) {
    var stream = frame.path("streamSid").asText();
    return switch (frame.path("event").asText()) {
      case "connected" -> new MediaEvent.Connected();
      case "start" -> started(stream, frame.path("start"));
      case "media" -> sound(stream, frame.path("media"));
      case "dtmf" -> digit(stream, sequence(frame), frame.path("dtmf").path("digit").asText());
      case "mark" -> mark(stream, frame.path("mark").path("name"));
      case "stop" -> new MediaEvent.Stopped(stream);
      default -> UNKNOWN;
    };
  }

  private static MediaEvent started(String stream, JsonNode start) {
    var format = start.path("mediaFormat");
    return new MediaEvent.Started(
        stream,
        start.path("callSid").asText(),
        start.path("customParameters").path("ticket").asText(),
        format.path("encoding").asText(),
        format.path("sampleRate").asInt());
  }

  private static MediaEvent sound(String stream, JsonNode media) {
    var base64 = StandardCharsets.UTF_8.encode(media.path("payload").asText());
    boolean right =
        media.path("track").asText().equals("inbound")
            && MediaScan.isBase64(base64, base64.position(), base64.limit());
    return right ? new MediaEvent.Sound(stream, base64) : UNKNOWN;
  }

  private static long sequence(JsonNode frame) {
    return frame.path("sequenceNumber").asLong(-1);
  }

  private static MediaEvent digit(String stream, long sequence, String key) {
    boolean right = key.length() == 1 && KEYS.contains(key);
    return right ? new MediaEvent.Digit(stream, sequence, key.charAt(0)) : UNKNOWN;
  }

  private static MediaEvent mark(String stream, JsonNode name) {
    return name.isTextual() ? new MediaEvent.MarkReached(stream, name.asText()) : UNKNOWN;
  }
}
