package callflow.voice;

import static callflow.voice.JsonWriting.text;
import static callflow.voice.JsonWriting.with;

import callflow.value.Value;
import callflow.voice.Brief.Function;
import java.util.List;

/// The functions of a brief as tools on the wire, in the two forms there are.
final class Tools {
  private Tools() {}

  /// The function's own fields beside the tool's type.
  static Value.Items flat(List<Function> functions) {
    return new Value.Items(
        functions.stream()
            .<Value>map(function -> fields(with("type", "function"), function))
            .toList());
  }

  /// The function's own fields in an object of their own.
  static Value.Items nested(List<Function> functions) {
    return new Value.Items(
        functions.stream()
            .map(function -> fields(Value.Fields.NONE, function))
            .<Value>map(fields -> with("type", "function").with("function", fields))
            .toList());
  }

  private static Value.Fields fields(Value.Fields before, Function function) {
    return before
        .with("name", text(WireName.of(function.name())))
        .with("description", text(function.description()))
        .with("parameters", JsonSchema.of(function.parameters()));
  }
}
