package callflow.voice;

import callflow.value.Value;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Reads JSON from outside into values: numbers stay exact, null is left out, of two equal keys the
/// last counts. Total: what can't be read, or is out of all proportion, is empty.
final class JsonReading {
  /// Characters of a document; a second of sound is below 130,000.
  static final int LONGEST = 1 << 20;

  static final int DEEPEST = 64;
  static final int MOST_TOKENS = 100_000;

  /// Figures of one number, and how far its point may be moved by an exponent.
  static final int MOST_FIGURES = 100;

  /// Without a table of names: one filled on purpose would make the parser throw.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxTokenCount(MOST_TOKENS)
                  .maxNumberLength(MOST_FIGURES)
                  .maxStringLength(LONGEST)
                  .build())
          .build();

  private JsonReading() {}

  /// The document, if it is one object.
  static Optional<Value.Fields> object(String json) {
    if (json.length() > LONGEST) return Optional.empty();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
      var fields = fields(parser);
      return parser.nextToken() == null ? Optional.of(fields) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<Value> value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    // A library's enum: of the tokens that can start a value only null is left.
    return switch (token) {
      case START_OBJECT -> Optional.of(fields(parser));
      case START_ARRAY -> Optional.of(items(parser));
      case VALUE_STRING -> Optional.of(new Value.Text(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(number(parser.getDecimalValue()));
      case VALUE_TRUE, VALUE_FALSE -> Optional.of(new Value.Bool(parser.getBooleanValue()));
      default -> Optional.empty();
    };
  }

  private static Value.Fields fields(JsonParser parser) throws IOException {
    var fields = new LinkedHashMap<String, Value>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      Optional<Value> value = value(parser);
      if (value.isPresent()) fields.put(name, value.get());
      else fields.remove(name);
    }
    return new Value.Fields(fields);
  }

  private static Value items(JsonParser parser) throws IOException {
    var items = new ArrayList<Value>();
    while (parser.nextToken() != JsonToken.END_ARRAY) value(parser).ifPresent(items::add);
    return new Value.Items(items);
  }

  /// Eight letters, `1e999999`, would otherwise become a million figures as soon as it is printed.
  private static Value number(BigDecimal number) throws NumberTooLong {
    if (Math.abs((long) number.scale()) > MOST_FIGURES) throw new NumberTooLong();
    return new Value.Decimal(number);
  }

  private static final class NumberTooLong extends IOException {}
}
