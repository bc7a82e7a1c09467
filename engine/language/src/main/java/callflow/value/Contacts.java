package callflow.value;

import callflow.value.Fit.Fits;
import callflow.value.Fit.Misfit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Who somebody is and where: names, postal addresses and addresses for mail.
///
/// Names and postal addresses are given as fields, or as the plain text people write: `Anna
/// Schmidt`, `Hauptstraße 12, 10115 Berlin`.
final class Contacts {
  private static final int LONGEST = 300;
  private static final int LONGEST_MAIL = 254;
  private static final Pattern MAIL =
      Pattern.compile(
          "[\\p{L}0-9_%+'-]+([.][\\p{L}0-9_%+'-]+)*@([\\p{L}0-9-]+[.])+[\\p{L}][\\p{L}0-9-]+");
  private static final Misfit NO_MAIL =
      new Misfit("needs to be an e-mail address such as anna@example.com");
  private static final Misfit NO_NAME = new Misfit("needs to be a person's name");
  private static final Misfit NO_ADDRESS =
      new Misfit("needs to be an address such as Main Street 12, 10115 Berlin");
  private static final Pattern HOUSE = Pattern.compile("[0-9]{1,5}\\s?[\\p{L}]?([-/][0-9]+)?");

  private Contacts() {}

  static Fit email(Value value) {
    if (!(value instanceof Value.Text(var text))) return NO_MAIL;
    String mail = text.strip();
    return mail.length() <= LONGEST_MAIL && MAIL.matcher(mail).matches()
        ? new Fits(new Value.Text(mail))
        : NO_MAIL;
  }

  static Fit person(Value value) {
    return switch (value) {
      case Value.Fields _ -> Fit.of(Types.PERSON_FIELDS, value);
      case Value.Text(var text) -> named(text.strip());
      default -> NO_NAME;
    };
  }

  /// The last word is the family's name.
  private static Fit named(String text) {
    if (text.length() > LONGEST || text.isEmpty() || !text.matches("[\\p{L}\\p{M} .,'’-]+")) {
      return NO_NAME;
    }
    int last = text.lastIndexOf(' ');
    var fields = new LinkedHashMap<String, Value>();
    if (last > 0) fields.put("given", new Value.Text(text.substring(0, last).strip()));
    fields.put("family", new Value.Text(text.substring(last + 1)));
    return new Fits(new Value.Fields(fields));
  }

  static Fit address(Value value) {
    return switch (value) {
      case Value.Fields _ -> Fit.of(Types.ADDRESS_FIELDS, value);
      case Value.Text(var text) when text.length() <= LONGEST -> located(text.split(",", -1));
      default -> NO_ADDRESS;
    };
  }

  /// Street with house number; postal code with city, in either order; a country at the end.
  private static Fit located(String[] parts) {
    if (parts.length < 2 || parts.length > 4) return NO_ADDRESS;
    var fields = new LinkedHashMap<String, Value>();
    street(parts[0].strip(), fields);
    String city = parts[1].strip();
    int next = 2;
    if (next < parts.length && parts[next].strip().matches("[0-9 -]{4,10}")) {
      city = parts[next++].strip() + " " + city;
    }
    city(city, fields);
    if (next < parts.length) fields.put("country", new Value.Text(parts[next++].strip()));
    return next == parts.length
        ? Fit.of(Types.ADDRESS_FIELDS, new Value.Fields(fields))
        : NO_ADDRESS;
  }

  private static void street(String text, Map<String, Value> fields) {
    int first = text.indexOf(' ');
    int last = text.lastIndexOf(' ');
    if (last < 0) {
      put(fields, "street", text);
    } else if (HOUSE.matcher(text.substring(last + 1)).matches()) {
      put(fields, "street", text.substring(0, last));
      put(fields, "house_number", text.substring(last + 1));
    } else if (HOUSE.matcher(text.substring(0, first)).matches()) {
      put(fields, "street", text.substring(first + 1));
      put(fields, "house_number", text.substring(0, first));
    } else {
      put(fields, "street", text);
    }
  }

  private static void city(String text, Map<String, Value> fields) {
    var words = text.split(" ", 2);
    int last = text.lastIndexOf(' ');
    if (words.length == 2 && words[0].matches(".*[0-9].*")) {
      put(fields, "postal_code", words[0]);
      put(fields, "city", words[1]);
    } else if (last > 0 && text.substring(last + 1).matches(".*[0-9].*")) {
      put(fields, "postal_code", text.substring(last + 1));
      put(fields, "city", text.substring(0, last));
    } else {
      put(fields, "city", text);
    }
  }

  private static void put(Map<String, Value> fields, String name, String text) {
    if (!text.isBlank()) fields.put(name, new Value.Text(text.strip()));
  }
}
