package callflow.syntax;

import callflow.source.Located;
import callflow.source.Span;
import java.util.List;

/// Something written once for all languages of a flow, or for each of them.
public sealed interface Localized<T> {

  /// All that is written, in the order of the file.
  List<T> all();

  record Once<T>(T value) implements Localized<T> {
    @Override
    public List<T> all() {
      return List.of(value);
    }
  }

  /// `{ en: …, de: … }`.
  record Each<T>(List<Entry<T>> entries, Span span) implements Localized<T> {
    public Each {
      entries = List.copyOf(entries);
    }

    @Override
    public List<T> all() {
      return entries.stream().map(Entry::value).toList();
    }
  }

  record Entry<T>(Located<String> language, T value) {}
}
