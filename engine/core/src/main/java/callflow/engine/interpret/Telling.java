package callflow.engine.interpret;

import callflow.engine.call.Command;
import callflow.expression.Speech;
import callflow.expression.Template;
import callflow.program.ToolDef;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.util.Optional;

/// What the model is told of answers to tools it did not call itself.
///
/// It is kept, over states that only pass on, until the model next has the floor: as the note with
/// which it opens, or, where the flow itself speaks first, beside the state's guidance.
final class Telling {
  /// Under which name the model reads what the caller has heard already.
  private static final String HEARD = "said_to_the_caller";

  private Telling() {}

  /// A tool of the flow has answered.
  static void answered(Draft draft, ToolDef tool, Value.Fields output) {
    if (tool.tell().isEmpty()) return;
    draft.untold =
        draft.bounded(
            joined(
                draft.untold, filled(draft, tool, output, tool.tell().get().in(draft.language))));
  }

  /// What the flow says word for word of an answer.
  static void said(Draft draft, ToolDef tool, Value.Fields output) {
    tool.sayResult()
        .ifPresent(words -> {
          int count = words.counts() ? draft.timesSpoken(words) : 1;
          draft.say(filled(draft, tool, output, words.text(draft.language, count)));
        });
  }

  /// The answer for the model, which is told what the caller has just heard of it.
  static ToolResult answer(Draft draft, ToolDef tool, ToolResult result) {
    if (tool.sayResult().isEmpty() || !(result instanceof ToolResult.Done(var output))) {
      return result;
    }
    return new ToolResult.Done(output.with(HEARD, new Value.Text(draft.lastSaid)));
  }

  private static String filled(Draft draft, ToolDef tool, Value.Fields output, Template text) {
    var scope = new CallScope(draft, Optional.of(output), Optional.empty());
    var types = draft.types.withResult(tool.operation().output());
    return Speech.speak(text, scope, types, draft.voice().locale()).strip();
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
