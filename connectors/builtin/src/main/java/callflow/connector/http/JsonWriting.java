package callflow.connector.http;

import callflow.value.Value;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Writes values as JSON: exact decimals without an exponent, dates as `1990-02-02`.
final class JsonWriting {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonWriting() {}

  static byte[] write(Value value) {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      write(value, json);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
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
