package callflow.fakegrok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// The frames of the realtime dialect as recorded from the service, oddities included.
final class RealtimeFrames {
  private RealtimeFrames() {}

  static ObjectNode frame(String type) {
    return Json.object().put("type", type).put("event_id", Json.uuid()).putNull("previous_item_id");
  }

  static ObjectNode sessionCreated(String model) {
    var frame = Json.object().put("type", "session.created").put("event_id", Json.uuid());
    var session = frame.putObject("session");
    session.put("id", Json.uuid().replace("-", "")).put("object", "realtime.session");
    session.put("instructions", "").put("voice", "ara");
    session.putArray("modalities").add("audio");
    session.putObject("turn_detection").putNull("type");
    session.putArray("tools");
    session.put("model", model);
    return frame;
  }

  static ObjectNode conversationCreated(String conversation) {
    var frame = frame("conversation.created");
    frame.putObject("conversation").put("id", conversation).put("object", "realtime.conversation");
    return frame;
  }

  static ObjectNode ping() {
    return frame("ping").put("timestamp", System.currentTimeMillis());
  }

  /// Here, and only here, the body stands before the type.
  static ObjectNode sessionUpdated(ObjectNode session) {
    var frame = Json.object();
    frame.set("session", session);
    return frame
        .put("type", "session.updated")
        .put("event_id", Json.uuid())
        .putNull("previous_item_id");
  }

  static ObjectNode error(String type, String code, String message, Optional<String> cause) {
    var frame = frame("error");
    var error = frame.putObject("error");
    error.put("type", type).put("code", code).put("message", message).putNull("param");
    cause.ifPresentOrElse(id -> error.put("event_id", id), () -> error.putNull("event_id"));
    return frame;
  }

  static ObjectNode itemAdded(ObjectNode item, Optional<String> previous) {
    var frame = frame("conversation.item.added");
    previous.ifPresent(id -> frame.put("previous_item_id", id));
    frame.set("item", item);
    return frame;
  }

  /// An item that is new in this session.
  static ObjectNode item(String id, String type, String status, String role) {
    return Json.object()
        .put("id", id)
        .put("object", "realtime.item")
        .put("type", type)
        .put("status", status)
        .put("role", role)
        .put("replayed", false);
  }

  /// An item whose one content part carries a text.
  static ObjectNode message(String id, String status, String role, ObjectNode part) {
    var item = item(id, "message", status, role);
    item.putArray("content").add(part);
    return item;
  }

  static ObjectNode part(String type, String field, String text) {
    return Json.object().put("type", type).put(field, text);
  }
}
