package callflow.engine.interpret;

import callflow.expression.Template;
import callflow.program.Collect;
import callflow.program.PolicyDef;
import callflow.program.VariableDef;
import callflow.value.VariableName;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a call has brought so far, for the person who takes it over: the values the caller was
/// asked for, each with its description, as they are spoken.
///
/// Left out is what is sensitive, and what a policy promises never to speak.
final class Summaries {
  private Summaries() {}

  static String of(Draft draft) {
    var silent = promised(draft);
    return asked(draft).stream()
        .map(draft.program::variable)
        .filter(variable -> draft.variables.containsKey(variable.name()))
        .filter(variable -> !variable.sensitive() && !variable.secret())
        .filter(variable -> !silent.contains(variable.name()))
        .map(variable -> sentence(draft, variable))
        .collect(Collectors.joining(" "));
  }

  private static Set<VariableName> asked(Draft draft) {
    return draft.program.states().values().stream()
        .flatMap(state -> state.collect().stream())
        .map(Collect::variable)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<VariableName> promised(Draft draft) {
    return draft.program.policies().stream()
        .filter(PolicyDef.NeverSpoken.class::isInstance)
        .flatMap(policy -> ((PolicyDef.NeverSpoken) policy).variables().stream())
        .collect(Collectors.toSet());
  }

  private static String sentence(Draft draft, VariableDef variable) {
    var value = Template.ofValue(variable.name().value());
    return capital(variable.description()) + ": " + Spoken.filled(draft, value) + ".";
  }

  private static String capital(String text) {
    if (text.isEmpty()) return text;
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }
}
