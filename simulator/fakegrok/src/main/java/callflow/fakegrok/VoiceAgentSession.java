package callflow.fakegrok;

import callflow.fakegrok.Hearing.Noticed;
import callflow.fakegrok.Mind.Act;
import callflow.fakegrok.Mind.Heard;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// One session in the voice-agent dialect, which has no ids, no boundaries of replies and no word
/// about speech: what its one published page leaves open is filled in the plainest way.
///
/// A caller's turn ends after half a second of silence or by `audio.commit`, whichever is first; a
/// reply goes on when all tool results are in; a caller who speaks stops nothing, only
/// `conversation.interrupt` does, and a piece of sound may still come after it.
final class VoiceAgentSession implements Dialect {
  private static final int SILENCE_MILLIS = 500;
  private static final int DEFAULT_RATE = 16000;

  private final Office office;
  private final Line line;
  private final Conversation conversation;
  private final Map<String, Mind.Act.Call> asked = new LinkedHashMap<>();
  private ObjectNode config = Json.object();
  private SoundFormat output = new SoundFormat(SoundFormat.Kind.PCM, DEFAULT_RATE);
  private Hearing hearing = new Hearing(output, SILENCE_MILLIS);
  private Optional<Script> running = Optional.empty();
  private Optional<ObjectNode> lastSound = Optional.empty();
  private boolean wanted;
  private int calls;

  VoiceAgentSession(Office office, Conversation conversation) {
    this.office = office;
    this.line = office.line();
    this.conversation = conversation;
  }

  @Override
  public void opened() {}

  @Override
  public void closed() {}

  @Override
  public void unreadable(String message) {
    complain(message);
  }

  @Override
  public void frame(String type, ObjectNode frame) {
    switch (type) {
      case "session.configure" -> configure(frame);
      case "audio.append" -> append(frame);
      case "audio.commit" -> {
        String words = hearing.commit();
        if (!words.isBlank()) turn(words);
      }
      case "text.append" -> {
        conversation.heard(new Heard.Note(frame.path("text").asText("")));
        wanted();
      }
      case "tool_result" -> result(frame);
      case "conversation.interrupt" -> interrupt();
      default -> complain("Unknown event type: " + type);
    }
  }

  @Override
  public void sound(byte[] sound) {
    for (Noticed noticed : hearing.hear(sound)) {
      if (noticed instanceof Noticed.Stopped(_, String words)) turn(words);
    }
  }

  private void configure(ObjectNode frame) {
    var wish = frame.path("config") instanceof ObjectNode object ? object : Json.object();
    var trouble = trouble(wish);
    if (trouble.isPresent()) {
      complain(trouble.get());
      return;
    }
    var inputBefore = format(config, "input_audio_format");
    config = wish;
    office.witness().inForce(config.path("instructions").asText(""), tools());
    output = format(config, "output_audio_format").orElse(output);
    var input = format(config, "input_audio_format");
    if (!input.equals(inputBefore)) hearing = new Hearing(input.orElse(output), SILENCE_MILLIS);
    acknowledge();
  }

  private Optional<String> trouble(ObjectNode wish) {
    if (office.faults().strike(Fault.REFUSED_UPDATE)) return Optional.of("Invalid tool schema.");
    for (String field : List.of("input_audio_format", "output_audio_format")) {
      if (format(wish, field).isEmpty()) return Optional.of("Unsupported " + field + ".");
    }
    for (JsonNode tool : wish.path("tools")) {
      if (!ToolSchema.isAccepted(tool)) {
        return Optional.of("Invalid tool schema: " + ToolSchema.name(tool));
      }
    }
    return Optional.empty();
  }

  private static Optional<SoundFormat> format(ObjectNode config, String field) {
    return SoundFormat.of(
        config.path(field).asText("pcm16"), config.path("sample_rate").asInt(DEFAULT_RATE));
  }

  private void acknowledge() {
    var configured = Json.object().put("type", "session.configured");
    if (office.faults().strike(Fault.MISSING_ACKNOWLEDGEMENT)) return;
    boolean late = office.faults().strike(Fault.LATE_ACKNOWLEDGEMENT);
    office
        .agenda()
        .after(late ? office.settings().lateness() : Duration.ZERO, () -> line.send(configured));
  }

  private void append(ObjectNode frame) {
    try {
      sound(Base64.getDecoder().decode(frame.path("audio").asText("")));
    } catch (IllegalArgumentException _) {
      complain("The audio is not valid base64.");
    }
  }

  private void turn(String words) {
    if (!words.isBlank()) {
      line.send(transcript(words));
      conversation.heard(new Heard.Words(words));
    }
    wanted();
  }

  private void result(ObjectNode frame) {
    String id = frame.path("tool_call_id").asText("");
    var call = asked.remove(id);
    if (call == null) {
      complain("Unknown tool call: " + id);
      return;
    }
    var result = frame.path("result");
    String output = result.isTextual() ? result.asText() : result.toString();
    conversation.heard(new Heard.Output(id, call.name(), call.arguments(), output));
    if (asked.isEmpty()) wanted();
  }

  /// The sound that was under way already arrives all the same.
  private void interrupt() {
    if (running.isEmpty()) return;
    running.ifPresent(Script::stop);
    lastSound.ifPresent(line::send);
    over();
  }

  private void wanted() {
    if (running.isPresent()) wanted = true;
    else reply();
  }

  private void reply() {
    wanted = false;
    var acts = conversation.reply(config.path("instructions").asText(""), functions());
    var out = Mishap.on(office.faults(), line);
    var script = new Script(office.agenda());
    running = Optional.of(script);
    lastSound = Optional.empty();
    if (office.faults().strike(Fault.STALLED_REPLY)) return;
    script.then(office.settings().thinking(), () -> {});
    for (Act act : acts) {
      switch (act) {
        case Act.Speak(String text) -> speak(script, text, out);
        case Act.Call call -> script.then(() -> ask(call, out));
      }
    }
    script.then(this::over);
    script.play();
  }

  private void speak(Script script, String text, Consumer<ObjectNode> out) {
    var wait = Duration.ZERO;
    for (Speech piece : Speech.pieces(text, office.settings().millisPerCharacter())) {
      script.then(wait, () -> piece(piece, out));
      wait = office.pace().production(piece.millis());
    }
    script.then(wait, () -> {});
  }

  private void piece(Speech piece, Consumer<ObjectNode> out) {
    String sound = Base64.getEncoder().encodeToString(output.write(piece.sound()));
    var delta = Json.object().put("type", "audio.delta").put("audio", sound);
    lastSound = Optional.of(delta);
    out.accept(delta);
    out.accept(transcript(piece.words()));
    if (office.faults().strike(Fault.DROPPED_IN_REPLY)) line.drop();
    if (office.faults().strike(Fault.MUTE_IN_REPLY)) line.mute();
  }

  private void ask(Act.Call call, Consumer<ObjectNode> out) {
    String id = "call_" + ++calls;
    asked.put(id, call);
    var frame = Json.object().put("type", "tool_call").put("id", id);
    var function = frame.putObject("function").put("name", call.name());
    Json.read(call.arguments())
        .ifPresentOrElse(
            object -> function.set("arguments", object),
            () -> function.put("arguments", call.arguments()));
    out.accept(frame);
  }

  private void over() {
    running = Optional.empty();
    if (wanted) reply();
  }

  private static ObjectNode transcript(String text) {
    return Json.object().put("type", "transcript").put("text", text);
  }

  private void complain(String message) {
    line.send(Json.object().put("type", "error").put("message", message));
  }

  private ArrayNode tools() {
    return config.path("tools") instanceof ArrayNode tools ? tools : Json.array();
  }

  private List<String> functions() {
    var functions = new ArrayList<String>();
    tools().forEach(tool -> functions.add(tool.toString()));
    return functions;
  }
}
