package callflow.program;

import callflow.expression.Template;
import callflow.value.StateName;
import callflow.value.VariableName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// What a branch, a choice or a handler does, in this order: change the language, say, forget, set,
/// go.
public record Action(
    Optional<String> language,
    Optional<Wording> say,
    Set<VariableName> clear,
    SequencedMap<VariableName, Template> set,
    Optional<String> milestone,
    Optional<StateName> target) {
  public Action {
    clear = Collections.unmodifiableSet(new java.util.LinkedHashSet<>(clear));
    set = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(set));
  }

  /// Goes on without a word.
  public static Action passing(
      Set<VariableName> clear, SequencedMap<VariableName, Template> set, StateName target) {
    return new Action(
        Optional.empty(), Optional.empty(), clear, set, Optional.empty(), Optional.of(target));
  }
}
