package callflow.program;

import callflow.expression.Template;
import java.util.List;

/// What is spoken word for word, by language and by how often it has been spoken.
///
/// @param number tells it from the other wordings of the program
public record Wording(int number, ByLanguage<Rounds> rounds) {

  /// The texts of one language.
  ///
  /// @param once each spoken one time, in this order
  /// @param turns what is spoken after those, turn by turn for ever; never empty
  public record Rounds(List<Template> once, List<Template> turns) {
    public Rounds {
      if (turns.isEmpty()) throw new IllegalArgumentException("nothing to say");
      once = List.copyOf(once);
      turns = List.copyOf(turns);
    }

    /// The text of the `count`-th time, from 1.
    public Template at(int count) {
      int turn = Math.max(0, count - 1);
      return turn < once.size() ? once.get(turn) : turns.get((turn - once.size()) % turns.size());
    }

    private boolean isOne() {
      return once.isEmpty() && turns.size() == 1;
    }
  }

  /// Always the same text.
  public static Wording of(Template text) {
    return new Wording(0, ByLanguage.only("auto", new Rounds(List.of(), List.of(text))));
  }

  /// Whether it matters how often it has been spoken.
  public boolean counts() {
    return rounds.values().values().stream().anyMatch(each -> !each.isOne());
  }

  /// The text of the `count`-th time in a language.
  public Template text(String language, int count) {
    return rounds.in(language).at(count);
  }
}
