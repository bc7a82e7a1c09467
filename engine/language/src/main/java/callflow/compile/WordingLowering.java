package callflow.compile;

import callflow.expression.Template;
import callflow.program.ByLanguage;
import callflow.program.Wording;
import callflow.program.Wording.Rounds;
import callflow.syntax.Localized;
import callflow.syntax.WordingDecl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/// What is spoken or read, sorted by the languages of a flow; numbered, so that a call can count
/// how often each was spoken.
final class WordingLowering {
  private final List<String> languages;
  private int number;

  /// @param languages all that the flow speaks; never empty
  WordingLowering(List<String> languages) {
    this.languages = List.copyOf(languages);
  }

  Wording wording(WordingDecl written) {
    number++;
    return new Wording(number, inEach(language -> rounds(written, language)));
  }

  /// Words of ours, where the flow has none.
  Wording ours(Function<String, Template> text) {
    number++;
    return new Wording(
        number, inEach(language -> new Rounds(List.of(), List.of(text.apply(language)))));
  }

  ByLanguage<Template> guidance(Localized<Template> written) {
    return localized(written, text -> text);
  }

  <S, T> ByLanguage<T> localized(Localized<S> written, Function<S, T> lowered) {
    return inEach(language -> lowered.apply(in(language, written)));
  }

  /// The same in all languages.
  <T> ByLanguage<T> once(T value) {
    return inEach(_ -> value);
  }

  /// Something for each language.
  <T> ByLanguage<T> inEach(Function<String, T> value) {
    var values = new LinkedHashMap<String, T>();
    languages.forEach(language -> values.put(language, value.apply(language)));
    return new ByLanguage<>(values);
  }

  /// What is written for a language; the checker has seen to it that there is something.
  private static <T> T in(String language, Localized<T> written) {
    return switch (written) {
      case Localized.Once<T>(var value) -> value;
      case Localized.Each<T>(var entries, _) ->
          entries.stream()
              .filter(entry -> entry.language().value().equals(language))
              .findFirst()
              .orElseGet(entries::getFirst)
              .value();
    };
  }

  private static Rounds rounds(WordingDecl written, String language) {
    return switch (written) {
      case WordingDecl.Plain(var text) -> new Rounds(List.of(), List.of(text));
      case WordingDecl.Varied(var turns, _) -> new Rounds(List.of(), firsts(turns, language));
      case WordingDecl.PerLanguage(var each) -> rounds(in(language, each), language);
      case WordingDecl.Listed(var steps, _) -> {
        var once = new ArrayList<>(firsts(steps.subList(0, steps.size() - 1), language));
        var last = rounds(steps.getLast(), language);
        once.addAll(last.once());
        yield new Rounds(once, last.turns());
      }
    };
  }

  private static List<Template> firsts(List<WordingDecl> written, String language) {
    return written.stream().map(each -> rounds(each, language).at(1)).toList();
  }
}
