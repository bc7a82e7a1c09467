package callflow.parse;

import callflow.source.Located;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Languages a voice can speak, as BCP 47 writes them.
final class Languages {
  private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

  private Languages() {}

  /// A tag such as `de` or `en-GB`, or `auto`.
  static Optional<Located<String>> tag(Slot slot) {
    Optional<Located<String>> word = slot.word("a language such as `de`, `en-GB` or `auto`");
    Optional<Located<String>> known = word.filter(it -> isTag(it.value()));
    if (word.isPresent() && known.isEmpty()) {
      slot.mismatch("a language", "write its ISO code, such as `de`, `en` or `en-GB`, or `auto`");
    }
    return known;
  }

  /// Several tags; the voice's own `auto` is none.
  static List<Located<String>> tags(Slot slot) {
    return slot.oneOrMore().stream().flatMap(item -> language(item).stream()).toList();
  }

  static Optional<Located<String>> language(Slot slot) {
    Optional<Located<String>> word = slot.word("a language such as `de` or `en-GB`");
    Optional<Located<String>> known = word.filter(it -> isLanguage(it.value()));
    if (word.isPresent() && known.isEmpty()) {
      slot.mismatch("a language", "write its ISO code, such as `de`, `en` or `en-GB`");
    }
    return known;
  }

  private static boolean isTag(String word) {
    return word.equals("auto") || isLanguage(word);
  }

  static boolean isLanguage(String word) {
    try {
      var locale = new Locale.Builder().setLanguageTag(word).build();
      return KNOWN.contains(locale.getLanguage());
    } catch (IllformedLocaleException notATag) {
      return false;
    }
  }
}
