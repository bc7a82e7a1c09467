package callflow.check;

import callflow.diagnostic.Rule;
import callflow.expression.Template;
import callflow.syntax.StateDecl;
import callflow.syntax.WordingDecl;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A key that callers are told to press does something.
record SpokenKeys() implements Remark {
  /// "press 1" in the languages we speak.
  private static final Pattern PRESS =
      Pattern.compile(
          "(?iU)\\b(?:press|push|drücken sie|wählen sie|pulse|marque|oprima|appuyez sur|tapez)"
              + "(?: the| die| el| la| sur)?(?: key| taste| tecla| touche)? ([0-9*#])(?![0-9])");

  @Override
  public void check(Context context, Findings findings) {
    for (StateDecl state : context.flow().states()) {
      if (!state.listens() || takesDigits(state)) continue;
      var keys = keys(context, state);
      state.say().stream()
          .flatMap(WordingDecl::templates)
          .forEach(text -> ofText(findings, state, keys, text));
    }
  }

  private static boolean takesDigits(StateDecl state) {
    return state.collect().stream().anyMatch(it -> it.dtmf().isPresent());
  }

  private static Set<String> keys(Context context, StateDecl state) {
    var keys = new LinkedHashSet<String>();
    state.choices().forEach(choice -> choice.dtmf().ifPresent(key -> keys.add(key.value())));
    if (state.anywhere()) {
      context.flow().anywhere().forEach(it -> it.dtmf().ifPresent(key -> keys.add(key.value())));
    }
    state.repair().entries().forEach(it -> it.dtmf().ifPresent(key -> keys.add(key.value())));
    context
        .flow()
        .repair()
        .entries()
        .forEach(it -> it.dtmf().ifPresent(key -> keys.add(key.value())));
    return keys;
  }

  private static void ofText(Findings findings, StateDecl state, Set<String> keys, Template text) {
    PRESS
        .matcher(SpokenLengths.words(text))
        .results()
        .map((MatchResult match) -> match.group(1))
        .distinct()
        .filter(key -> !keys.contains(key))
        .forEach(key ->
            findings.add(
                Rule.KEY_NOT_OFFERED,
                text.span(),
                "state `"
                    + state.name().value()
                    + "` tells callers to press "
                    + key
                    + ", and the key does nothing there",
                "give a choice the key: `dtmf: \"" + key + "\"`"));
  }
}
