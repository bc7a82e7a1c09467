package callflow.voice;

import callflow.value.Type;
import callflow.value.Types;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The phrase of a type of which an author says no more than its word.
///
/// @param jsonType the kind of schema it stands on
record FixedPhrase(Type type, String jsonType, String phrase) {
  private static final List<FixedPhrase> ALL =
      List.of(
          new FixedPhrase(Types.DATE, "string", "date as YYYY-MM-DD"),
          new FixedPhrase(Types.TIME, "string", "time of day as HH:MM, 24 hours"),
          new FixedPhrase(Types.MOMENT, "string", "date and time as YYYY-MM-DDTHH:MM"),
          new FixedPhrase(new Type.Email(), "string", "e-mail address"),
          new FixedPhrase(new Type.Iban(), "string", "IBAN, letters and figures only"),
          new FixedPhrase(new Type.Person(), "object", "a person's name"),
          new FixedPhrase(new Type.Address(), "object", "postal address"));

  static Optional<String> of(Type type) {
    return find(it -> it.type.equals(type)).map(FixedPhrase::phrase);
  }

  static Optional<Type> read(String jsonType, String phrase) {
    return find(it -> it.jsonType.equals(jsonType) && it.phrase.equals(phrase))
        .map(FixedPhrase::type);
  }

  private static Optional<FixedPhrase> find(Predicate<FixedPhrase> wanted) {
    return ALL.stream().filter(wanted).findFirst();
  }
}
