package callflow.fakegrok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A realtime session's settings: patched by each update, echoed as the service echoes them.
///
/// Takes the vendor's own shape and the one of OpenAI's GA interface, which keeps turn detection
/// and voice below `audio`.
final class SessionConfig {
  private static final int DEFAULT_SILENCE_MILLIS = 500;

  private final String model;
  private final ObjectNode session = Json.object();

  SessionConfig(String model) {
    this.model = model;
  }

  /// Why an update can't be accepted.
  record Refusal(String code, String message) {
    static Refusal ofSchema(String tool) {
      return new Refusal(
          "invalid_tool_schema", "Rejected invalid tool parameter schema for: " + tool);
    }
  }

  Optional<Refusal> refusal(ObjectNode update) {
    var patch = topLevel(update);
    for (JsonNode tool : patch.path("tools")) {
      if (!ToolSchema.isAccepted(tool)) {
        return Optional.of(Refusal.ofSchema(ToolSchema.name(tool)));
      }
    }
    for (String side : List.of("input", "output")) {
      var format = patch.path("audio").path(side).path("format");
      if (!format.isMissingNode() && read(format).isEmpty()) {
        return Optional.of(
            new Refusal(
                "invalid_audio_format", "Unsupported %s format: %s".formatted(side, format)));
      }
    }
    return Optional.empty();
  }

  /// Merges: only what is sent changes, lists as a whole.
  void update(ObjectNode update) {
    topLevel(update)
        .properties()
        .forEach(entry -> {
          if (entry.getKey().equals("audio") && entry.getValue() instanceof ObjectNode audio) {
            merge(session.withObjectProperty("audio"), audio);
          } else {
            session.set(entry.getKey(), entry.getValue());
          }
        });
  }

  /// `session.updated` says it like this: tools nested, constants added, no id.
  ObjectNode echo() {
    var echo = session.deepCopy();
    echo.remove(List.of("resumption", "type"));
    echo.put("model", model).put("enable_noise_suppression", true);
    echo.put("keep_context", false).put("enable_phonetic_spelling", false);
    echo.putArray("modalities").add("audio");
    echo.put("input_audio_format", "not specified").put("output_audio_format", "not specified");
    echo.put("tool_choice", "auto").put("temperature", -1.0);
    echo.put("max_response_output_tokens", "inf");
    if (transcribing()) {
      echo.putObject("input_audio_transcription").put("model", "grok-transcribe");
    }
    for (String side : List.of("input", "output")) {
      var audio = echo.withObjectProperty("audio").withObjectProperty(side);
      if (!audio.has("transport")) audio.put("transport", "json");
    }
    echo.set("tools", ToolSchema.nested(tools()));
    return echo;
  }

  String instructions() {
    return session.path("instructions").asText("");
  }

  ArrayNode tools() {
    return session.path("tools") instanceof ArrayNode tools ? tools : Json.array();
  }

  List<String> functions() {
    var functions = new ArrayList<String>();
    tools().forEach(tool -> functions.add(tool.toString()));
    return functions;
  }

  boolean detectsTurns() {
    return session.path("turn_detection").path("type").asText("").equals("server_vad");
  }

  /// How long a pause ends a turn; without turn detection none does.
  int silenceMillis() {
    return detectsTurns()
        ? session.path("turn_detection").path("silence_duration_ms").asInt(DEFAULT_SILENCE_MILLIS)
        : Integer.MAX_VALUE;
  }

  boolean createsResponse() {
    return session.path("turn_detection").path("create_response").asBoolean(true);
  }

  boolean interruptsResponse() {
    return session.path("turn_detection").path("interrupt_response").asBoolean(true);
  }

  boolean transcribing() {
    return session.path("audio").path("input").path("transcription").has("model");
  }

  boolean resumable() {
    return session.path("resumption").path("enabled").asBoolean(false);
  }

  SoundFormat input() {
    return read(session.path("audio").path("input").path("format")).orElse(SoundFormat.DEFAULT);
  }

  SoundFormat output() {
    return read(session.path("audio").path("output").path("format")).orElse(SoundFormat.DEFAULT);
  }

  private static Optional<SoundFormat> read(JsonNode format) {
    return SoundFormat.of(
        format.path("type").asText("audio/pcm"),
        format.path("rate").asInt(SoundFormat.DEFAULT.rate()));
  }

  private static ObjectNode topLevel(ObjectNode update) {
    var patch = update.deepCopy();
    if (patch.path("audio").path("input") instanceof ObjectNode input) {
      lift(input, "turn_detection", patch);
    }
    if (patch.path("audio").path("output") instanceof ObjectNode output) {
      lift(output, "voice", patch);
    }
    return patch;
  }

  private static void lift(ObjectNode from, String field, ObjectNode to) {
    if (from.has(field) && !to.has(field)) to.set(field, from.get(field));
    from.remove(field);
  }

  private static void merge(ObjectNode into, ObjectNode patch) {
    patch
        .properties()
        .forEach(entry -> {
          if (entry.getValue() instanceof ObjectNode inner
              && into.path(entry.getKey()) instanceof ObjectNode known) {
            merge(known, inner);
          } else {
            into.set(entry.getKey(), entry.getValue());
          }
        });
  }
}
