package callflow.engine.interpret;

import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.Taken;
import callflow.program.StateDef;

/// The language of a call, and changing it while the call goes on.
final class Switching {
  private Switching() {}

  /// Begins in the language the line asks for, or in the flow's first.
  static void begin(Draft draft) {
    draft.language =
        draft
            .info
            .language()
            .filter(draft.program.languages()::contains)
            .orElseGet(draft.program.languages()::getFirst);
  }

  /// From now on everything is said in this language.
  static void to(Draft draft, String language) {
    draft.language = language;
    draft.note(new Taken.Switched(language));
  }

  /// The state is not left: its session is set up in the new language, and what was open is asked
  /// again.
  static void stay(Draft draft) {
    if (!(draft.phase instanceof Phase.Active(var name, var stage))) return;
    switch (stage) {
      case Stage.Conversing _ -> {
        StateDef state = draft.program.state(name);
        draft.turn = draft.turn.unheard();
        Conversation.begin(draft, state);
      }
      case Stage.Confirming asked -> {
        draft.configure(java.util.Optional.empty());
        Confirmation.restate(draft, asked, asked.asks());
      }
      case Stage.Preparing _, Stage.Running _ -> {}
    }
  }
}
