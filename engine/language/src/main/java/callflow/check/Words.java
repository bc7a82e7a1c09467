package callflow.check;

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

  /// As in "`a`, `b` and `c`".
  static String all(List<?> names) {
    if (names.size() == 1) return quoted(names.getFirst());
    var before = names.subList(0, names.size() - 1);
    return before.stream().map(Words::quoted).collect(Collectors.joining(", "))
        + " and "
        + quoted(names.getLast());
  }
}
