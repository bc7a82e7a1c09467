package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A word that is counted in reports, such as an outcome or a milestone.
final class RecordWord {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]{1,64}");

  private RecordWord() {}

  /// @param kind what the word is, with its article: "an outcome"
  /// @param whole what it is the word of: "the outcome of a call"
  static Optional<Located<String>> read(Slot slot, String kind, String whole) {
    return slot.word(whole + " in one word").filter(word -> isPlain(slot, word, kind, whole));
  }

  private static boolean isPlain(Slot slot, Located<String> word, String kind, String whole) {
    if (PLAIN.matcher(word.value()).matches()) return true;
    String plain = word.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    slot.findings()
        .add(
            Rule.BAD_NAME,
            word.span(),
            Quoted.of(word.value()) + " can't be " + whole,
            kind
                + " is one word of letters, digits and `_`: write `"
                + slot.name()
                + ": "
                + Quoted.bare(plain)
                + "`; what the caller hears stands in `say`");
    return false;
  }
}
