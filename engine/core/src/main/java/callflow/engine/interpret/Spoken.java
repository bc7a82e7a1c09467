package callflow.engine.interpret;

import callflow.expression.Speech;
import callflow.expression.Template;
import callflow.program.ByLanguage;
import callflow.program.StateDef;
import callflow.program.Wording;

/// Words of a flow in the language of the call, filled in for ears.
final class Spoken {
  private Spoken() {}

  /// Says the words of this time; what has several is counted over the whole call.
  static void say(Draft draft, Wording wording) {
    draft.say(text(draft, wording, wording.counts() ? draft.timesSpoken(wording) : 1));
  }

  /// Says what belongs to this visit of a state.
  static void say(Draft draft, StateDef state) {
    int visits = draft.visits.getOrDefault(state.name(), 1);
    state.say().ifPresent(words -> draft.say(text(draft, words, visits), state.bargeIn()));
  }

  static String text(Draft draft, Wording wording, int count) {
    return filled(draft, wording.text(draft.language, count));
  }

  /// What the model reads.
  static String guidance(Draft draft, ByLanguage<Template> text) {
    return filled(draft, text.in(draft.language));
  }

  static String filled(Draft draft, Template text) {
    return Speech.speak(text, CallScope.of(draft), draft.types, draft.voice().locale());
  }
}
