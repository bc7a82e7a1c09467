package callflow.engine.interpret;

import callflow.engine.call.Command;
import callflow.expression.Speech;
import callflow.program.ToolDef;
import callflow.value.Value;
import java.util.Optional;

/// What the model is told of answers to tools it did not call itself.
///
/// It is kept, over states that only pass on, until the model next has the floor: as the note with
/// which it opens, or, where the flow itself speaks first, beside the state's guidance.
final class Telling {
  private Telling() {}

  /// A tool of the flow has answered.
  static void answered(Draft draft, ToolDef tool, Value.Fields output) {
    if (tool.tell().isEmpty()) return;
    var scope = new CallScope(draft, Optional.of(output), Optional.empty());
    var types = draft.types.withResult(tool.operation().output());
    var locale = draft.voice().locale();
    String text = Speech.speak(tool.tell().get().in(draft.language), scope, types, locale).strip();
    draft.untold = draft.bounded(joined(draft.untold, text));
  }

  /// Gives the model the floor, with what it has not been told yet.
  static void letModelSpeak(Draft draft, String note) {
    draft.order(new Command.LetModelSpeak(draft.visit, joined(draft.untold, note)));
    draft.untold = "";
  }

  /// The guidance has told it.
  static void guided(Draft draft) {
    draft.here = draft.here.withTold(joined(draft.here.told(), draft.untold));
    draft.untold = "";
  }

  /// What the model knows beside the state's prompt, when the flow speaks first.
  static String beside(Draft draft) {
    return draft.here.note().isPresent()
        ? draft.here.told()
        : joined(draft.here.told(), draft.untold);
  }

  static String joined(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + "\n" + second;
  }
}
