package callflow.check;

import callflow.value.Type;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Phrases messages are made of.
final class Words {
  /// A longer list of names is cut, and says how many more there are.
  static final int MAX_NAMES = 5;

  private Words() {}

  static String quoted(Object name) {
    return "`" + name + "`";
  }

  /// The first names in backquotes, and how many more there are.
  static String list(Collection<?> names) {
    String shown =
        names.stream().limit(MAX_NAMES).map(Words::quoted).collect(Collectors.joining(", "));
    int more = names.size() - MAX_NAMES;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  /// As in "a, b, c".
  static String plain(Collection<?> names) {
    return names.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  /// As in "`a`, `b` and `c`".
  static String all(List<?> names) {
    if (names.size() == 1) return quoted(names.getFirst());
    var before = names.subList(0, names.size() - 1);
    return before.stream().map(Words::quoted).collect(Collectors.joining(", "))
        + " and "
        + quoted(names.getLast());
  }

  /// What a value of the type is, in a sentence.
  static String phrase(Type type) {
    return switch (type) {
      case Type.Text _ -> "text";
      case Type.Digits _ -> "digits";
      case Type.Whole _ -> "a whole number";
      case Type.Decimal _ -> "a number";
      case Type.Money money -> "an amount in " + money.currency();
      case Type.Bool _ -> "a yes or no";
      case Type.Date _ -> "a date";
      case Type.Time _ -> "a time of day";
      case Type.DateTime _ -> "a date with a time";
      case Type.Phone _ -> "a telephone number";
      case Type.Email _ -> "an e-mail address";
      case Type.Code _ -> "a code";
      case Type.Iban _ -> "an IBAN";
      case Type.Person _ -> "a person's name";
      case Type.Address _ -> "a postal address";
      case Type.Choice _ -> "one of a list of words";
      case Type.ListOf _ -> "a list";
      case Type.Struct _ -> "an object";
      case Type.Any _ -> "of no known type";
    };
  }
}
