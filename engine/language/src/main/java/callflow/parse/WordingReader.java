package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.expression.Template;
import callflow.source.Located;
import callflow.syntax.Localized;
import callflow.syntax.WordingDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is spoken or read in one or more wordings: a text, a list, `vary:`, and one for each
/// language.
final class WordingReader {
  private static final String VARY = "vary";

  /// What a wording may still hold at the place that is read.
  private record Allowed(boolean list, boolean languages) {
    Allowed withoutList() {
      return new Allowed(false, languages);
    }

    Allowed withoutLanguages() {
      return new Allowed(list, false);
    }
  }

  private WordingReader() {}

  /// Whether words stand there and nothing else.
  static boolean isWording(Slot slot) {
    return slot.isText() || slot.hasOnly(VARY) || isPerLanguage(slot);
  }

  static Optional<WordingDecl> wording(Slot slot) {
    return wording(slot, new Allowed(true, true));
  }

  private static Optional<WordingDecl> wording(Slot slot, Allowed allowed) {
    if (slot.isList() && allowed.list()) {
      return several(slot, slot, allowed.withoutList())
          .map(steps -> new WordingDecl.Listed(steps, slot.span()));
    }
    if (slot.hasOnly(VARY)) return varied(slot, allowed);
    if (allowed.languages() && isPerLanguage(slot)) {
      return each(slot, value -> wording(value, allowed.withoutLanguages()))
          .map(WordingDecl.PerLanguage::new);
    }
    return slot.spoken().map(WordingDecl.Plain::new);
  }

  private static Optional<WordingDecl> varied(Slot slot, Allowed allowed) {
    return slot.entries("`vary:` and below it a list of texts").stream()
        .findFirst()
        .flatMap(entry -> {
          var within = new Allowed(false, allowed.languages());
          return several(slot, entry.value(), within)
              .map(turns -> new WordingDecl.Varied(turns, slot.span()));
        });
  }

  /// The wordings of a list; `vary` has no end, so nothing can come after it.
  private static Optional<List<WordingDecl>> several(Slot whole, Slot list, Allowed allowed) {
    var read = new ArrayList<WordingDecl>();
    var items = list.items("a list: `- One moment.`");
    for (Slot item : items) wording(item, allowed).ifPresent(read::add);
    for (WordingDecl early : read.subList(0, Math.max(0, read.size() - 1))) {
      if (!(early instanceof WordingDecl.Varied)) continue;
      whole
          .findings()
          .add(
              Rule.WRONG_TYPE,
              early.span(),
              "`vary` goes on for ever, so what comes after it in the list is never spoken",
              "put it at the end of the list");
    }
    if (items.isEmpty() && list.isList()) {
      whole
          .findings()
          .add(
              Rule.EMPTY_VALUE,
              list.span(),
              list.label() + " has no text",
              "write a text, or take it out");
    }
    return read.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(read));
  }

  /// Something the model reads, once or for each language.
  static Optional<Localized<Template>> guidance(Slot slot) {
    return localized(slot, Slot::spoken);
  }

  static Optional<Localized<Located<String>>> sentence(Slot slot) {
    return localized(slot, Slot::sentence);
  }

  static <T> Optional<Localized<T>> localized(Slot slot, Function<Slot, Optional<T>> reader) {
    return isPerLanguage(slot)
        ? each(slot, reader).map(each -> each)
        : reader.apply(slot).map(Localized.Once::new);
  }

  /// A mapping with a language for its first key; any other is none of words.
  private static boolean isPerLanguage(Slot slot) {
    return slot.firstKey().filter(Languages::isLanguage).isPresent();
  }

  private static <T> Optional<Localized.Each<T>> each(
      Slot slot, Function<Slot, Optional<T>> reader) {
    var entries = new ArrayList<Localized.Entry<T>>();
    for (Keyed entry : slot.entries("`{ en: …, de: … }`")) {
      language(entry)
          .flatMap(
              tag -> reader.apply(entry.value()).map(value -> new Localized.Entry<>(tag, value)))
          .ifPresent(entries::add);
    }
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(new Localized.Each<>(entries, slot.span()));
  }

  private static Optional<Located<String>> language(Keyed entry) {
    return entry
        .word()
        .filter(word -> {
          if (Languages.isLanguage(word.value())) return true;
          entry
              .value()
              .findings()
              .add(
                  Rule.UNKNOWN_LANGUAGE,
                  word.span(),
                  Quoted.of(word.value()) + " stands among languages and is none",
                  "write a language's code, such as `de` or `en-GB`");
          return false;
        });
  }
}
