package callflow.check;

import callflow.syntax.AnywhereDecl;
import callflow.value.ChoiceName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the entries of `anywhere:` are called when the model asks for them.
public final class AnywhereNames {
  /// The name of an entry that says the last thing again.
  public static final String REPEAT = "repeat";

  /// The name of an entry that only says something and stays.
  static final String STAY = "stay";

  /// What the name of an entry begins with that only changes the language.
  static final String SPEAK = "speak_";

  private AnywhereNames() {}

  /// One name per entry, in order: the state it goes to, `repeat`, `speak_de`, or `stay`; a second
  /// entry of that name gets a number, as in `to_agent_2`.
  public static List<ChoiceName> of(List<AnywhereDecl> entries) {
    var taken = new HashSet<String>();
    var names = new ArrayList<ChoiceName>();
    for (AnywhereDecl entry : entries) {
      String base = base(entry);
      String name = base;
      for (int count = 2; !taken.add(name); count++) name = base + "_" + count;
      names.add(new ChoiceName(name));
    }
    return names;
  }

  private static String base(AnywhereDecl entry) {
    if (entry.repeat()) return REPEAT;
    Optional<String> target = entry.action().target().map(state -> state.value().value());
    return target
        .or(() -> entry.action().language().map(to -> SPEAK + plain(to.value())))
        .orElse(STAY);
  }

  private static String plain(String tag) {
    return tag.toLowerCase(Locale.ROOT).replace('-', '_');
  }
}
