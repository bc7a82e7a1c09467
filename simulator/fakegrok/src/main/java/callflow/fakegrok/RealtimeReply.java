package callflow.fakegrok;

import static callflow.fakegrok.RealtimeFrames.frame;
import static callflow.fakegrok.RealtimeFrames.item;
import static callflow.fakegrok.RealtimeFrames.itemAdded;
import static callflow.fakegrok.RealtimeFrames.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One reply on the wire: created, items one after the other in their time, done.
final class RealtimeReply {
  private final String id = Json.uuid();
  private final Conversation conversation;
  private final Pace pace;
  private final SoundFormat format;
  private final Optional<JsonNode> metadata;
  private final Consumer<ObjectNode> out;
  private final Script script;
  private final ArrayNode output = Json.array();
  private final StringBuilder said = new StringBuilder();
  private Optional<String> speaking = Optional.empty();
  private int soundMillis;
  private int calls;

  RealtimeReply(
      Conversation conversation,
      Pace pace,
      SoundFormat format,
      Optional<JsonNode> metadata,
      Consumer<ObjectNode> out,
      Script script) {
    this.conversation = conversation;
    this.pace = pace;
    this.format = format;
    this.metadata = metadata;
    this.out = out;
    this.script = script;
  }

  String id() {
    return id;
  }

  /// Whether any sound of it was sent.
  boolean hasSounded() {
    return soundMillis > 0;
  }

  void created() {
    var frame = frame("response.created");
    frame.set("response", response("in_progress"));
    out.accept(frame);
  }

  /// Begins to send what the mind decided.
  ///
  /// @param last what happens when everything was sent but `response.done`
  void play(List<Mind.Act> acts, Runnable last) {
    script.then(pace.thinking(), () -> {});
    for (Mind.Act act : acts) {
      switch (act) {
        case Mind.Act.Speak(String text) -> speak(text);
        case Mind.Act.Call(String name, String arguments) ->
            script.then(() -> call(name, arguments));
      }
    }
    script.then(last);
    script.play();
  }

  void stop() {
    script.stop();
  }

  /// Ends the reply on the wire.
  ///
  /// @param status `completed` or `cancelled`
  void done(String status) {
    speaking.ifPresent(unfinished -> output.add(spoken(unfinished, "incomplete", said.toString())));
    var frame = frame("response.done");
    frame.set("response", response(status));
    frame.put("response_id", id);
    frame.set("usage", usage());
    out.accept(frame);
  }

  private void speak(String text) {
    String itemId = Json.uuid();
    script.then(() -> beginSpeaking(itemId));
    var wait = Duration.ZERO;
    for (Speech piece : Speech.pieces(text, pace.millisPerCharacter())) {
      script.then(wait, () -> piece(itemId, piece));
      wait = pace.production(piece.millis());
    }
    script.then(wait, () -> endSpeaking(itemId, text));
  }

  private void beginSpeaking(String itemId) {
    speaking = Optional.of(itemId);
    said.setLength(0);
    var added = part("response.output_item.added");
    added.set("item", item(itemId, "message", "in_progress", "assistant"));
    out.accept(added.put("output_index", 0));
    var empty = item(itemId, "message", "in_progress", "assistant");
    empty.putArray("content");
    out.accept(itemAdded(empty, conversation.last()));
    conversation.add(itemId, "assistant", "");
    var part = indexed("response.content_part.added", itemId).put("previous_item_id", "0");
    part.set("part", RealtimeFrames.part("audio", "transcript", ""));
    out.accept(part);
  }

  private void piece(String itemId, Speech piece) {
    String rid = Json.uuid();
    var delta = indexed("response.output_audio.delta", itemId).put("rid", rid);
    delta.put("delta", Base64.getEncoder().encodeToString(format.write(piece.sound())));
    delta.put("audio_duration_ms", piece.millis()).put("ts", System.currentTimeMillis());
    if (piece.startMillis() == 0) {
      delta.put("latency", "%.2f".formatted(pace.thinking().toMillis() / 1000.0));
    }
    soundMillis += piece.millis();
    said.append(piece.words());
    out.accept(delta);
    out.accept(
        indexed("response.output_audio_transcript.delta", itemId)
            .put("delta", piece.words())
            .put("rid", rid)
            .put("start_time", piece.startMillis() / 1000.0));
  }

  private void endSpeaking(String itemId, String text) {
    speaking = Optional.empty();
    out.accept(indexed("response.output_audio_transcript.done", itemId).put("transcript", text));
    out.accept(indexed("response.content_part.done", itemId));
    out.accept(indexed("response.output_audio.done", itemId));
    var done = part("response.output_item.done");
    done.set("item", item(itemId, "message", "completed", "assistant"));
    out.accept(done.put("output_index", 0));
    conversation.delete(itemId);
    conversation.add(itemId, "assistant", text);
    output.add(spoken(itemId, "completed", text));
  }

  private void call(String name, String arguments) {
    String itemId = Json.uuid();
    String callId = "call-%s-%d".formatted(Json.uuid(), calls++);
    var asked = item(itemId, "function_call", "in_progress", "user").put("call_id", callId);
    asked.put("name", name).put("arguments", "");
    var added = part("response.output_item.added").put("output_index", 0);
    added.set("item", asked);
    out.accept(added);
    out.accept(itemAdded(asked.deepCopy().put("role", "tool"), conversation.last()));
    conversation.add(itemId, "tool", name);
    conversation.asked(callId, name, arguments);
    out.accept(
        part("response.function_call_arguments.delta")
            .put("item_id", itemId)
            .put("delta", arguments)
            .put("call_id", callId));
    out.accept(
        part("response.function_call_arguments.done")
            .put("item_id", itemId)
            .put("output_index", 0)
            .put("call_id", callId)
            .put("name", name)
            .put("arguments", arguments));
    var whole = asked.deepCopy().put("status", "completed").put("arguments", arguments);
    var done = part("response.output_item.done").put("output_index", 0);
    done.set("item", whole);
    out.accept(done);
    output.add(whole.deepCopy());
  }

  private ObjectNode part(String type) {
    return frame(type).put("response_id", id);
  }

  private ObjectNode indexed(String type, String itemId) {
    return part(type).put("item_id", itemId).put("content_index", 0).put("output_index", 0);
  }

  private static ObjectNode spoken(String itemId, String status, String text) {
    return message(itemId, status, "assistant", RealtimeFrames.part("audio", "transcript", text));
  }

  private ObjectNode response(String status) {
    var response = Json.object().put("id", id).put("object", "realtime.response");
    response.set("output", output.deepCopy());
    response.put("status", status).put("status_details", "unimplemented");
    response.putObject("usage");
    metadata.ifPresent(pairs -> response.set("metadata", pairs));
    return response;
  }

  private ObjectNode usage() {
    int tokens = soundMillis / 20;
    var usage = Json.object().put("input_tokens", 0).put("output_tokens", tokens);
    usage.set("input_token_details", tokens(0));
    usage.set("output_token_details", tokens(tokens));
    usage.put("total_tokens", tokens).put("output_audio_seconds", soundMillis / 1000.0);
    return usage.put("billable_audio_seconds", Math.ceilDiv(soundMillis, 1000));
  }

  private static ObjectNode tokens(int audio) {
    return Json.object().put("text_tokens", 0).put("audio_tokens", audio).put("grok_tokens", 0);
  }
}
