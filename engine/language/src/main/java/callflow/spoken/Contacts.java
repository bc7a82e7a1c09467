package callflow.spoken;

import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names and postal addresses, in the order of the language; other fields one after the other.
final class Contacts {
  private Contacts() {}

  static String said(Value.Fields fields, Type type, Locale locale) {
    return switch (type) {
      case Type.Person _ -> joined(" ", field(fields, "given"), field(fields, "family"));
      case Type.Address _ -> address(fields, locale);
      default -> {
        var types = Types.fieldsOf(type).orElse(Type.Struct.OPEN).fields();
        yield fields.values().entrySet().stream()
            .map(field -> {
              var declared = types.get(field.getKey());
              Type its = declared == null ? Types.ANY : declared.type();
              return Spoken.form(field.getValue(), its, locale);
            })
            .collect(Collectors.joining(", "));
      }
    };
  }

  private static String address(Value.Fields fields, Locale locale) {
    String street = field(fields, "street");
    String number = field(fields, "house_number");
    String code = Letters.oneByOne(field(fields, "postal_code").replace(" ", ""));
    String city = field(fields, "city");
    boolean numberFirst =
        switch (Tongue.of(locale)) {
          case ENGLISH, FRENCH -> true;
          case GERMAN, SPANISH, OTHER -> false;
        };
    var parts = new ArrayList<String>();
    parts.add(numberFirst ? joined(" ", number, street) : joined(" ", street, number));
    if (Tongue.of(locale) == Tongue.ENGLISH) {
      parts.addAll(List.of(city, code));
    } else {
      parts.add(joined(" ", code, city));
    }
    parts.add(field(fields, "country"));
    return joined(", ", parts.toArray(String[]::new));
  }

  private static String field(Value.Fields fields, String name) {
    return fields.get(name).map(Objects::toString).orElse("");
  }

  private static String joined(String by, String... parts) {
    return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(by));
  }
}
