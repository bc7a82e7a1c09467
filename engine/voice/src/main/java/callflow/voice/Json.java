package callflow.voice;

import callflow.value.Value;
import java.util.Optional;

/// Values as JSON text and back, as the dialects write and read them.
public final class Json {
  private Json() {}

  /// Exact decimals without an exponent, dates as `1990-02-02`.
  public static String text(Value value) {
    return JsonWriting.write(value);
  }

  /// The object a text holds; empty when it is something else, or out of all proportion.
  public static Optional<Value.Fields> object(String json) {
    return JsonReading.object(json);
  }
}
