package callflow.voice;

import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Gets types back from JSON Schema as [JsonSchema] writes it: what a stand-in for the service
/// needs to understand the functions it is offered.
///
/// Total: words of a schema we don't write are passed over, and a schema without a `type` we know
/// is [Type.Any]. Whether a value is sensitive is not written on the wire, so nothing read is.
public final class SchemaReading {
  /// The last words in parentheses, with one space before unless they are all there is.
  private static final Pattern PHRASE = Pattern.compile("(?s)(?<own>|.* )\\((?<phrase>[^()]*)\\)");

  private SchemaReading() {}

  /// The arguments a schema describes; empty when it is no JSON object, or not of an object.
  public static Optional<Type.Struct> struct(String schema) {
    return JsonReading.object(schema).map(Frame::new).flatMap(SchemaReading::struct);
  }

  /// A tool as a client sends it, with its function's fields inside or beside its type; empty when
  /// it isn't one.
  public static Optional<Brief.Function> function(String tool) {
    return JsonReading.object(tool)
        .map(Frame::new)
        .filter(frame -> frame.type().equals("function"))
        .map(frame -> frame.says("function") ? frame.at("function") : frame)
        .filter(function -> !function.text("name").isEmpty())
        .flatMap(SchemaReading::function);
  }

  private static Optional<Brief.Function> function(Frame function) {
    var name = WireName.read(function.text("name"));
    return struct(function.at("parameters"))
        .map(parameters -> new Brief.Function(name, function.text("description"), parameters));
  }

  private static Optional<Type.Struct> struct(Frame schema) {
    return type(schema) instanceof Type.Struct struct ? Optional.of(struct) : Optional.empty();
  }

  private static Type type(Frame schema) {
    return switch (schema.type()) {
      case "string" ->
          schema.says("enum") ? new Type.Choice(texts(schema, "enum")) : read(schema).type();
      case "integer", "number" -> read(schema).type();
      case "boolean" -> Types.BOOL;
      case "array" -> new Type.ListOf(type(schema.at("items")));
      case "object" ->
          read(schema).type() instanceof Type.Any
              ? new Type.Struct(fields(schema))
              : read(schema).type();
      default -> Types.ANY;
    };
  }

  private static SequencedMap<String, Type.Field> fields(Frame schema) {
    var properties = schema.at("properties");
    Set<String> required = texts(schema, "required").stream().collect(Collectors.toSet());
    var fields = new LinkedHashMap<String, Type.Field>();
    for (String name : properties.fields().values().keySet()) {
      fields.put(name, field(properties.at(name), required.contains(name)));
    }
    return fields;
  }

  private static Type.Field field(Frame schema, boolean required) {
    boolean phrased = !schema.says("enum");
    String description = phrased ? read(schema).description() : schema.text("description");
    return new Type.Field(type(schema), required, false, description);
  }

  private static List<String> texts(Frame schema, String name) {
    return schema.value(name).orElse(Value.Fields.NONE) instanceof Value.Items(var items)
        ? items.stream().filter(Value.Text.class::isInstance).map(Value::toString).toList()
        : List.of();
  }

  /// A description taken apart into the author's own words and what the phrase behind them says.
  private record Described(Type type, String description) {}

  private static Described read(Frame schema) {
    String whole = schema.text("description");
    var parts = PHRASE.matcher(whole);
    if (parts.matches()) {
      String own = parts.group("own");
      var type = FormatPhrase.read(schema.type(), parts.group("phrase"));
      if (type.isPresent()) {
        return new Described(type.get(), own.substring(0, Math.max(0, own.length() - 1)));
      }
    }
    return new Described(unphrased(schema.type()), whole);
  }

  private static Type unphrased(String jsonType) {
    return switch (jsonType) {
      case "string" -> Types.TEXT;
      case "integer" -> new Type.Whole(Optional.empty(), Optional.empty());
      case "number" -> Types.NUMBER;
      default -> Types.ANY;
    };
  }
}
