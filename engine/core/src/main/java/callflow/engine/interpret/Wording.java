package callflow.engine.interpret;

import callflow.expression.Speech;
import callflow.expression.Template;

/// Texts of a flow, filled in for speaking.
final class Wording {
  private Wording() {}

  static String spoken(Draft draft, Template text) {
    return Speech.speak(text, CallScope.of(draft), draft.types, draft.program.voice().locale());
  }
}
