package callflow.connector.http;

import callflow.value.Value;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Reads JSON into values: decimals stay exact, null is left out, and no document is too clever.
final class JsonReading {
  static final int MAX_DEPTH = 64;

  /// Figures of one number, and how far its point may be moved by an exponent.
  static final int MAX_FIGURES = 100;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_FIGURES)
                  .maxNameLength(1000)
                  .maxStringLength(BoundedBody.MOST)
                  .build())
          .build();

  private JsonReading() {}

  /// What reading came to.
  sealed interface Read {
    /// A whole document; empty when it is `null`.
    record Json(Optional<Value> value) implements Read {}

    /// Not a document we take; the reason is a phrase that follows "the answer".
    record Unreadable(String reason) implements Read {}
  }

  static Read read(byte[] document) {
    try (JsonParser parser = JSON.createParser(document)) {
      if (parser.nextToken() == null) return new Read.Unreadable("is empty");
      var value = value(parser);
      return parser.nextToken() == null
          ? new Read.Json(value)
          : new Read.Unreadable("goes on after its JSON has ended");
    } catch (StreamConstraintsException _) {
      return new Read.Unreadable(
          "is nested deeper than %d levels or holds a number longer than %d figures"
              .formatted(MAX_DEPTH, MAX_FIGURES));
    } catch (NumberTooLong _) {
      return new Read.Unreadable("holds a number longer than " + MAX_FIGURES + " figures");
    } catch (IOException _) {
      return new Read.Unreadable("is not JSON");
    }
  }

  private static Optional<Value> value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    // A library's enum: only these six kinds can start a value.
    return switch (token) {
      case START_OBJECT -> Optional.of(fields(parser));
      case START_ARRAY -> Optional.of(items(parser));
      case VALUE_STRING -> Optional.of(new Value.Text(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(number(parser.getDecimalValue()));
      case VALUE_TRUE, VALUE_FALSE -> Optional.of(new Value.Bool(parser.getBooleanValue()));
      default -> Optional.empty();
    };
  }

  private static Value fields(JsonParser parser) throws IOException {
    var fields = new LinkedHashMap<String, Value>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      Optional<Value> value = value(parser);
      if (value.isPresent()) fields.put(name, value.get());
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
    if (Math.abs((long) number.scale()) > MAX_FIGURES) throw new NumberTooLong();
    return new Value.Decimal(number);
  }

  private static final class NumberTooLong extends IOException {}
}
