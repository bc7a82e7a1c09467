package callflow.voice;

import callflow.value.ToolResult;
import callflow.value.Value;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the model reads of a tool's result, as JSON text: the output itself, or one of `refused`,
/// `failed` and `unknown` with a sentence.
public final class ToolOutput {
  private static final String REFUSED = "refused";
  private static final String FAILED = "failed";
  private static final String UNKNOWN = "unknown";
  private static final String MESSAGE = "message";

  private ToolOutput() {}

  public static String json(ToolResult result) {
    return switch (result) {
      case ToolResult.Done(var output) -> Json.text(output);
      case ToolResult.Refused(var code, var message) -> trouble(REFUSED, code, message);
      case ToolResult.Broken(var kind, _, _) ->
          trouble(
              FAILED,
              kind.name().toLowerCase(Locale.ROOT),
              "It did not work. The caller is told by the flow.");
      case ToolResult.Unknown _ ->
          trouble(UNKNOWN, "true", "Nobody knows whether it happened. The flow sees to it.");
    };
  }

  private static String trouble(String what, String code, String message) {
    return Json.text(
        Value.Fields.of(what, new Value.Text(code)).with(MESSAGE, new Value.Text(message)));
  }

  /// What such a text says, for whoever plays the model.
  public static ToolResult read(String json) {
    var fields = Json.object(json).orElse(Value.Fields.NONE);
    String message = fields.get(MESSAGE).map(Value::toString).orElse("");
    if (fields.get(REFUSED).isPresent()) {
      return new ToolResult.Refused(fields.get(REFUSED).get().toString(), message);
    }
    if (fields.get(FAILED).isPresent()) {
      return new ToolResult.Broken(kind(fields.get(FAILED)), message, false);
    }
    return fields.get(UNKNOWN).isPresent()
        ? new ToolResult.Unknown("")
        : new ToolResult.Done(fields);
  }

  private static ToolResult.Kind kind(Optional<Value> word) {
    return Arrays.stream(ToolResult.Kind.values())
        .filter(kind -> word.map(Value::toString).stream().anyMatch(kind.name()::equalsIgnoreCase))
        .findFirst()
        .orElse(ToolResult.Kind.FAILED);
  }
}
