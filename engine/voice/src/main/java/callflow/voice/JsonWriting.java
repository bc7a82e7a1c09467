package callflow.voice;

import callflow.value.Value;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// Writes values as JSON in the order of their fields, and names the kinds of values briefly.
final class JsonWriting {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonWriting() {}

  static Value.Text text(String text) {
    return new Value.Text(text);
  }

  static Value.Decimal number(long number) {
    return Value.Decimal.of(number);
  }

  /// An object, or part of one, that begins with this text.
  static Value.Fields with(String name, String text) {
    return Value.Fields.of(name, text(text));
  }

  static Value.Items texts(List<String> texts) {
    return new Value.Items(List.copyOf(texts.stream().map(JsonWriting::text).toList()));
  }

  static String write(Value value) {
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
