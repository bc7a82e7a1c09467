package callflow.voice;

import callflow.value.ToolResult;
import callflow.value.Value;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/// What the model reads of a tool's result, as JSON text.
public final class ToolOutput {
  private static final JsonFactory JSON = new JsonFactory();

  private ToolOutput() {}

  public static String json(ToolResult result) {
    return switch (result) {
      case ToolResult.Done(var output) -> json(output);
      case ToolResult.Refused(var code, var message) -> trouble("refused", code, message);
      case ToolResult.Broken(var kind, _, _) ->
          trouble(
              "failed",
              kind.name().toLowerCase(Locale.ROOT),
              "It did not work. The caller is told by the flow.");
      case ToolResult.Unknown _ ->
          trouble("unknown", "unknown", "Nobody knows whether it happened.");
    };
  }

  private static String trouble(String what, String code, String message) {
    return json(
        Value.Fields.of(what, new Value.Text(code)).with("message", new Value.Text(message)));
  }

  /// Exact decimals without an exponent, dates as `1990-02-02`.
  static String json(Value value) {
    var out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      write(value, json);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toString();
  }

  private static void write(Value value, JsonGenerator json) throws IOException {
    switch (value) {
      case Value.Text(var text) -> json.writeString(text);
      case Value.Decimal decimal -> json.writeNumber(decimal.toString());
      case Value.Bool(var bool) -> json.writeBoolean(bool);
      case Value.Date date -> json.writeString(date.toString());
      case Value.Items(var items) -> {
        json.writeStartArray();
        for (Value item : items) write(item, json);
        json.writeEndArray();
      }
      case Value.Fields(var fields) -> {
        json.writeStartObject();
        for (Map.Entry<String, Value> field : fields.entrySet()) {
          json.writeFieldName(field.getKey());
          write(field.getValue(), json);
        }
        json.writeEndObject();
      }
    }
  }
}
