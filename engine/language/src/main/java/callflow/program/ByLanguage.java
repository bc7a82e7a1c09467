package callflow.program;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;

/// One thing for each language a flow speaks.
///
/// @param values by BCP 47 tag, the flow's first language first; never empty
public record ByLanguage<T>(SequencedMap<String, T> values) {
  public ByLanguage {
    if (values.isEmpty()) throw new IllegalArgumentException("no language");
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /// The same in the only language there is.
  public static <T> ByLanguage<T> only(String language, T value) {
    var values = new LinkedHashMap<String, T>();
    values.put(language, value);
    return new ByLanguage<>(values);
  }

  /// What there is in this language; in one the flow does not speak, what its first has.
  public T in(String language) {
    T found = values.get(language);
    return found == null ? values.firstEntry().getValue() : found;
  }

  public <R> ByLanguage<R> map(Function<T, R> change) {
    var changed = new LinkedHashMap<String, R>();
    values.forEach((language, value) -> changed.put(language, change.apply(value)));
    return new ByLanguage<>(changed);
  }
}
