package callflow.voice;

import static callflow.voice.JsonWriting.text;
import static callflow.voice.JsonWriting.texts;
import static callflow.voice.JsonWriting.with;

import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// Types as the plainest JSON Schema that says them: `type`, `description`, `enum`, `properties`,
/// `required` and `items`, with bounds and formats as words at the end of a description.
///
/// [SchemaReading] reads what is written here.
public final class JsonSchema {
  private JsonSchema() {}

  /// The schema of a function's arguments.
  public static Value.Fields of(Type.Struct arguments) {
    return schema(arguments);
  }

  /// The same as JSON text.
  public static String json(Type.Struct arguments) {
    return JsonWriting.write(of(arguments));
  }

  private static Value.Fields schema(Type type) {
    return switch (type) {
      case Type.Text _,
          Type.Digits _,
          Type.Date _,
          Type.Time _,
          Type.DateTime _,
          Type.Phone _,
          Type.Email _,
          Type.Code _,
          Type.Iban _ ->
          with("type", "string");
      case Type.Person _ -> object(Types.PERSON_FIELDS.fields());
      case Type.Address _ -> object(Types.ADDRESS_FIELDS.fields());
      case Type.Whole _ -> with("type", "integer");
      case Type.Decimal _, Type.Money _ -> with("type", "number");
      case Type.Bool _ -> with("type", "boolean");
      case Type.Choice(var of) -> with("type", "string").with("enum", texts(of));
      case Type.ListOf(var element) -> with("type", "array").with("items", described(element, ""));
      case Type.Struct(var fields) -> object(fields);
      case Type.Any _ -> Value.Fields.NONE;
    };
  }

  private static Value.Fields object(Map<String, Type.Field> fields) {
    var properties = new LinkedHashMap<String, Value>();
    var required = new ArrayList<String>();
    fields.forEach((name, field) -> {
      properties.put(name, described(field.type(), field.description()));
      if (field.required()) required.add(name);
    });
    return with("type", "object")
        .with("properties", new Value.Fields(properties))
        .with("required", texts(required));
  }

  private static Value.Fields described(Type type, String description) {
    String whole = describe(type, description);
    var schema = schema(type);
    return whole.isEmpty() ? schema : schema.with("description", text(whole));
  }

  /// The phrase is left out where the schema says as much, unless the author's own words end like
  /// one.
  private static String describe(Type type, String description) {
    String phrase = FormatPhrase.of(type);
    boolean needed = !FormatPhrase.isPlain(type) || description.endsWith(")");
    if (phrase.isEmpty() || !needed) return description;
    return (description.isEmpty() ? "" : description + " ") + "(" + phrase + ")";
  }
}
