package callflow.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The types without any bounds, ready made.
public final class Types {
  public static final Type ANY = new Type.Any();
  public static final Type BOOL = new Type.Bool();
  public static final Type DATE = new Type.Date();
  public static final Type TEXT = new Type.Text(Optional.empty(), Optional.empty());
  public static final Type DIGITS = new Type.Digits(Optional.empty(), Optional.empty());
  public static final Type NUMBER = new Type.Decimal(Optional.empty(), Optional.empty());

  public static final Type TIME = new Type.Time();
  public static final Type MOMENT = new Type.DateTime();
  public static final Type PHONE = new Type.Phone(Optional.empty());

  /// What a [Type.Person] consists of; some people have one name only.
  public static final Type.Struct PERSON_FIELDS =
      struct(field("given", false), field("family", true));

  /// What a [Type.Address] consists of.
  public static final Type.Struct ADDRESS_FIELDS =
      struct(
          field("street", true),
          field("house_number", false),
          field("postal_code", false),
          field("city", true),
          field("country", false));

  private Types() {}

  /// The fields of a type that has some.
  public static Optional<Type.Struct> fieldsOf(Type type) {
    return switch (type) {
      case Type.Struct struct -> Optional.of(struct);
      case Type.Person _ -> Optional.of(PERSON_FIELDS);
      case Type.Address _ -> Optional.of(ADDRESS_FIELDS);
      default -> Optional.empty();
    };
  }

  private static Map.Entry<String, Type.Field> field(String name, boolean required) {
    return Map.entry(name, new Type.Field(TEXT, required, false, ""));
  }

  @SafeVarargs
  private static Type.Struct struct(Map.Entry<String, Type.Field>... fields) {
    var all = new LinkedHashMap<String, Type.Field>();
    for (var field : fields) all.put(field.getKey(), field.getValue());
    return new Type.Struct(all);
  }
}
