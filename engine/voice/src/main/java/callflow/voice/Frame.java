package callflow.voice;

import callflow.value.ToolCallId;
import callflow.value.Value;
import callflow.voice.VoiceSignal.Idle;
import callflow.voice.VoiceSignal.ToolAsked;
import callflow.voice.VoiceSignal.Unknown;
import java.util.Optional;

/// One object of a frame, read with leniency: what is missing or of another kind is empty.
record Frame(Value.Fields fields) {
  /// Characters of a type that is reported as unknown.
  private static final int LONGEST_TYPE = 100;

  /// The frame, or an empty one when it can't be read.
  static Frame read(String json) {
    return new Frame(JsonReading.object(json).orElse(Value.Fields.NONE));
  }

  String type() {
    return text("type");
  }

  String text(String name) {
    return fields.get(name).orElse(Value.Fields.NONE) instanceof Value.Text(var text) ? text : "";
  }

  /// The first of these names that stands for text.
  String text(String name, String otherwise) {
    String text = text(name);
    return text.isEmpty() ? text(otherwise) : text;
  }

  boolean says(String name) {
    return fields.get(name).isPresent();
  }

  boolean isText(String name) {
    return fields.get(name).orElse(Value.Fields.NONE) instanceof Value.Text;
  }

  Optional<Value> value(String name) {
    return fields.get(name);
  }

  Frame at(String name) {
    return new Frame(
        fields.get(name).orElse(Value.Fields.NONE) instanceof Value.Fields inner
            ? inner
            : Value.Fields.NONE);
  }

  VoiceSignal unknown() {
    String type = type();
    return new Unknown(type.substring(0, Math.min(type.length(), LONGEST_TYPE)));
  }

  /// A request for a tool; nothing yet when it lacks its id or its name.
  static VoiceSignal asked(String reply, String id, String tool, Optional<Value> arguments) {
    return id.isEmpty() || tool.isEmpty()
        ? new Idle()
        : new ToolAsked(
            reply, new ToolCallId(id), WireName.read(tool), arguments.flatMap(Frame::object));
  }

  /// Arguments come as an object, or as text that holds one.
  private static Optional<Value.Fields> object(Value arguments) {
    return switch (arguments) {
      case Value.Fields fields -> Optional.of(fields);
      case Value.Text(var json) -> JsonReading.object(json);
      case Value.Decimal _, Value.Bool _, Value.Date _, Value.Items _ -> Optional.empty();
    };
  }
}
