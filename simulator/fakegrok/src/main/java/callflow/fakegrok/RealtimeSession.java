package callflow.fakegrok;

import callflow.fakegrok.Hearing.Noticed;
import callflow.fakegrok.Mind.Act;
import callflow.fakegrok.Mind.Heard;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// One session in the realtime dialect: what the client sends, and how the service answers.
final class RealtimeSession implements Dialect {
  private static final Duration PING_SPACING = Duration.ofSeconds(10);
  private static final Duration LATE_TRANSCRIPT = Duration.ofMillis(300);

  private final Office office;
  private final Line line;
  private final Conversation conversation;
  private final boolean resumed;
  private final SessionConfig config;
  private Hearing hearing = new Hearing(SoundFormat.DEFAULT, 0);
  private Optional<CallerTurn> turn = Optional.empty();
  private final Replies replies;
  private boolean configured;

  RealtimeSession(Office office, Conversation conversation, boolean resumed) {
    this.office = office;
    this.line = office.line();
    this.conversation = conversation;
    this.resumed = resumed;
    this.config = new SessionConfig(office.model());
    this.replies = new Replies(office, conversation, config);
  }

  @Override
  public void opened() {
    line.send(RealtimeFrames.sessionCreated(office.model()));
    line.send(RealtimeFrames.conversationCreated(conversation.id()));
    ping();
  }

  @Override
  public void closed() {
    if (config.resumable()) office.conversations().keep(conversation);
  }

  @Override
  public void unreadable(String message) {
    complain("invalid_event", message, Json.object());
  }

  @Override
  public void frame(String type, ObjectNode frame) {
    switch (type) {
      case "session.update" -> update(frame);
      case "input_audio_buffer.append" -> append(frame);
      case "input_audio_buffer.commit" -> commit();
      case "input_audio_buffer.clear" -> {
        hearing.commit();
        line.send(RealtimeFrames.frame("input_audio_buffer.cleared"));
      }
      case "conversation.item.create" -> create(frame);
      case "conversation.item.truncate" -> truncate(frame);
      case "conversation.item.delete" -> delete(frame);
      case "response.create" -> respond(frame);
      case "response.cancel" -> cancel(frame);
      case "pong" -> {}
      default -> complain("invalid_event", "Unknown event type: " + type, frame);
    }
  }

  @Override
  public void sound(byte[] sound) {
    var noticed = hearing.hear(sound);
    if (config.detectsTurns()) noticed.forEach(this::noticed);
  }

  private void update(ObjectNode frame) {
    var session = frame.path("session") instanceof ObjectNode object ? object : Json.object();
    var refusal = config.refusal(session);
    if (office.faults().strike(Fault.REFUSED_UPDATE)) {
      refusal = Optional.of(SessionConfig.Refusal.ofSchema("ordered_by_the_test"));
    }
    if (refusal.isPresent()) {
      complain(refusal.get().code(), refusal.get().message(), frame);
      return;
    }
    var before = new Ears(config.input(), config.silenceMillis());
    config.update(session);
    office.witness().inForce(config.instructions(), config.tools());
    var now = new Ears(config.input(), config.silenceMillis());
    if (!configured || !now.equals(before)) hearing = new Hearing(now.format(), now.silence());
    if (!configured && resumed) replay();
    configured = true;
    acknowledge();
  }

  private record Ears(SoundFormat format, int silence) {}

  private void acknowledge() {
    var updated = RealtimeFrames.sessionUpdated(config.echo());
    if (office.faults().strike(Fault.MISSING_ACKNOWLEDGEMENT)) return;
    if (office.faults().strike(Fault.LATE_ACKNOWLEDGEMENT)) {
      office.agenda().after(office.settings().lateness(), () -> line.send(updated));
    } else {
      line.send(updated);
    }
  }

  /// Without `replayed`: recordings of a resumed session are older than it.
  private void replay() {
    for (var item : conversation.spokenByAssistant()) {
      var part = RealtimeFrames.part("text", "text", item.text());
      var message = RealtimeFrames.message(item.id(), "completed", "assistant", part);
      message.remove("replayed");
      line.send(RealtimeFrames.itemAdded(message, Optional.empty()));
    }
  }

  private void append(ObjectNode frame) {
    try {
      sound(Base64.getDecoder().decode(frame.path("audio").asText("")));
    } catch (IllegalArgumentException _) {
      complain("invalid_audio", "The audio is not valid base64.", frame);
    }
  }

  private void noticed(Noticed noticed) {
    switch (noticed) {
      case Noticed.Began(long at) -> began(at);
      case Noticed.Said(String words) ->
          turn.ifPresent(open -> open.said(words, config.transcribing()));
      case Noticed.Stopped(long at, String words) -> {
        var open = openTurn();
        open.stopped(at);
        close(open, words, config.createsResponse());
      }
    }
  }

  private void began(long at) {
    var begun = new CallerTurn(conversation.last(), line::send);
    turn = Optional.of(begun);
    begun.began(at);
    conversation.add(begun.item(), "user", "");
    if (config.interruptsResponse()) replies.interrupt();
  }

  private void commit() {
    var open = openTurn();
    String words = hearing.commit();
    if (!config.detectsTurns()) {
      open.announced();
      conversation.add(open.item(), "user", "");
    }
    close(open, words, false);
  }

  private CallerTurn openTurn() {
    return turn.orElseGet(() -> new CallerTurn(conversation.last(), line::send));
  }

  /// The turn is over: final words, then a reply.
  private void close(CallerTurn open, String words, boolean reply) {
    turn = Optional.empty();
    conversation.delete(open.item());
    conversation.add(open.item(), "user", words);
    if (!words.isBlank()) conversation.heard(new Heard.Words(words));
    open.committed();
    var faults = office.faults();
    if (faults.strike(Fault.LATE_TRANSCRIPT)) {
      office.agenda().after(LATE_TRANSCRIPT, () -> open.completed(words));
    } else {
      open.completed(words);
    }
    if (faults.strike(Fault.REPEATED_TRANSCRIPT)) open.completed(words);
    if (faults.strike(Fault.COMMITTED_TWICE)) {
      open.committed();
      open.completed(words);
    }
    if (reply) replies.wanted();
  }

  private void create(ObjectNode frame) {
    var item = frame.path("item");
    switch (item.path("type").asText("")) {
      case "message" -> message(item);
      case "function_call" -> {
        conversation.asked(
            item.path("call_id").asText(""),
            item.path("name").asText(""),
            item.path("arguments").asText(""));
        conversation.replyIsOver();
        added(item, "completed", "tool", "");
      }
      case "function_call_output" -> output(item, frame);
      case "force_message" -> force(item, frame);
      default -> complain("invalid_item", "Unknown item type.", frame);
    }
  }

  private void message(JsonNode item) {
    String role = item.path("role").asText("user");
    String text = text(item);
    added(item, "completed", role, text);
    switch (role) {
      case "user" -> conversation.heard(new Heard.Words(text));
      case "system" -> conversation.heard(new Heard.Note(text));
      default -> {} // A seeded turn of the assistant is history.
    }
  }

  private void output(JsonNode item, ObjectNode frame) {
    String call = item.path("call_id").asText("");
    if (conversation.answered(call, item.path("output").asText(""))) {
      added(item, "completed", "tool", "");
    } else {
      complain(
          "invalid_tool_call_id",
          "Tool call ID %s not found in conversation".formatted(call),
          frame);
    }
  }

  private void force(JsonNode item, ObjectNode frame) {
    if (replies.active()) {
      alreadyActive(frame);
      return;
    }
    replies.speak(List.of(new Act.Speak(text(item))), item.path("interruptible").asBoolean(true));
  }

  private void added(JsonNode item, String status, String role, String text) {
    var echo = item.deepCopy() instanceof ObjectNode object ? object : Json.object();
    String id = item.path("id").asText(Json.uuid());
    echo.put("id", id).put("object", "realtime.item").put("status", status).put("role", role);
    echo.put("replayed", false);
    line.send(RealtimeFrames.itemAdded(echo, conversation.last()));
    conversation.add(id, role, text);
  }

  private void truncate(ObjectNode frame) {
    String item = frame.path("item_id").asText("");
    if (!conversation.knows(item) || office.faults().strike(Fault.IGNORED_TRUNCATION)) return;
    line.send(
        RealtimeFrames.frame("conversation.item.truncated")
            .put("item_id", item)
            .put("content_index", frame.path("content_index").asInt())
            .put("audio_end_ms", frame.path("audio_end_ms").asInt())
            .put("transcript", ""));
  }

  private void delete(ObjectNode frame) {
    String item = frame.path("item_id").asText("");
    conversation.delete(item);
    line.send(RealtimeFrames.frame("conversation.item.deleted").put("item_id", item));
  }

  private void respond(ObjectNode frame) {
    if (replies.active()) alreadyActive(frame);
    else replies.ask(frame.path("response"));
  }

  private void cancel(ObjectNode frame) {
    if (!replies.cancel(frame.path("response_id").asText(""))) {
      complain(
          "response_cancel_not_active", "Cancellation failed: no active response found.", frame);
    }
  }

  private void alreadyActive(ObjectNode frame) {
    complain(
        "conversation_already_has_active_response",
        "Conversation already has an active response.",
        frame);
  }

  private void complain(String code, String message, ObjectNode cause) {
    var id = Optional.of(cause.path("event_id").asText("")).filter(text -> !text.isEmpty());
    line.send(RealtimeFrames.error("invalid_request_error", code, message, id));
  }

  private void ping() {
    line.send(RealtimeFrames.ping());
    office.agenda().after(PING_SPACING, this::ping);
  }

  private static String text(JsonNode item) {
    var text = new StringBuilder();
    item.path("content").forEach(part -> text.append(part.path("text").asText("")));
    return text.toString();
  }
}
