package callflow.engine.interpret;

import callflow.engine.call.CallState.Confirmed;
import callflow.engine.call.CallState.Origin;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.CallState.Turn;
import callflow.engine.call.Command;
import callflow.engine.call.Taken;
import callflow.program.ToolDef;
import callflow.value.OutcomeWords;
import callflow.value.ToolCallId;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.util.Optional;

/// The caller's yes, asked word for word and heard by the engine; the model's claim never counts.
///
/// Besides words, key 1 is a yes and key 2 a no.
final class Confirmation {
  private Confirmation() {}

  static void ask(
      Draft draft,
      ToolDef tool,
      Value.Fields arguments,
      String question,
      Optional<ToolCallId> forModel,
      int index) {
    draft.stage(new Stage.Confirming(tool.name(), arguments, question, forModel, index, 1));
    draft.turn = Turn.NEW;
    draft.note(new Taken.Asked(tool.name(), question));
    draft.say(question);
    draft.configure(Optional.empty());
  }

  /// A clear answer counts at once; an unclear one waits for the end of the turn, since the caller
  /// may have asked for something else.
  static void heard(Draft draft, Stage.Confirming asked, String words) {
    switch (YesNo.of(words)) {
      case YES -> answered(draft, asked, true);
      case NO -> answered(draft, asked, false);
      case UNCLEAR -> {}
    }
  }

  static void turnEnded(Draft draft, Stage.Confirming asked) {
    boolean heard = draft.turn.heard();
    draft.turn = Turn.NEW;
    if (!heard) return;
    if (asked.asks() >= draft.program.limits().confirmAsks()) {
      answered(draft, asked, false);
      return;
    }
    draft.stage(
        new Stage.Confirming(
            asked.tool(),
            asked.arguments(),
            asked.question(),
            asked.forModel(),
            asked.index(),
            asked.asks() + 1));
    draft.say(asked.question());
  }

  static void answered(Draft draft, Stage.Confirming asked, boolean yes) {
    draft.turn = Turn.NEW;
    draft.note(new Taken.Answered(asked.tool(), yes));
    if (asked.forModel().isPresent()) {
      draft.stage(new Stage.Conversing());
      draft.configure(Optional.empty());
    } else {
      draft.stage(new Stage.Running(asked.index()));
    }
    if (yes) {
      draft.confirmed.put(asked.tool(), new Confirmed(draft.visit, asked.arguments()));
      ToolCalls.invoke(
          draft, draft.program.tool(asked.tool()), asked.arguments(), requester(asked));
    } else {
      declined(draft, asked);
    }
  }

  private static ToolCalls.Requester requester(Stage.Confirming asked) {
    return asked
        .forModel()
        .<ToolCalls.Requester>map(ToolCalls.ByModel::new)
        .orElseGet(() -> new ToolCalls.ByEngine(Origin.RUN, asked.index()));
  }

  private static void declined(Draft draft, Stage.Confirming asked) {
    asked
        .forModel()
        .ifPresent(id -> {
          var no = new ToolResult.Refused("declined", "The caller said no.");
          draft.order(new Command.AnswerTool(id, no));
        });
    ToolAnswers.happened(draft, asked.tool(), requester(asked), OutcomeWords.DECLINED);
  }

  /// The question is left unanswered because the call goes elsewhere.
  static void dropped(Draft draft, Stage.Confirming asked) {
    asked
        .forModel()
        .ifPresent(id -> {
          var moved = new ToolResult.Refused("moved_on", "The conversation has moved on.");
          draft.order(new Command.AnswerTool(id, moved));
        });
  }
}
