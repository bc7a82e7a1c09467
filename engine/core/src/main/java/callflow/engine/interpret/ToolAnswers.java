package callflow.engine.interpret;

import callflow.engine.call.CallState.Origin;
import callflow.engine.call.CallState.PendingTool;
import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.CallState.Trouble;
import callflow.engine.call.Command;
import callflow.engine.call.Taken;
import callflow.expression.Evaluation;
import callflow.program.ToolDef;
import callflow.value.Effect;
import callflow.value.OutcomeWords;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What comes back from connectors: values to keep, answers for the model, or trouble the flow
/// handles.
final class ToolAnswers {
  private ToolAnswers() {}

  static void returned(Draft draft, ToolCallId id, ToolResult result) {
    var pending = draft.pendingTools.get(id);
    if (pending == null || pending.visit() != draft.visit) {
      late(draft, id, result);
      return;
    }
    draft.pendingTools.remove(id);
    if (ToolCalls.again(draft, id, pending, result)) return;
    var tool = draft.program.tool(pending.tool());
    var meaning = meaning(draft, tool, result);
    draft.note(new Taken.Returned(tool.name(), meaning));
    if (meaning instanceof ToolResult.Done(var output)) {
      save(draft, tool, output);
      if (pending.origin() != Origin.MODEL) Telling.answered(draft, tool, output);
      Telling.said(draft, tool, output);
    }
    if (pending.origin() == Origin.MODEL) {
      draft.order(new Command.AnswerTool(id, Telling.answer(draft, tool, meaning)));
      Silence.answerDue(draft);
    }
    goOn(draft, tool, requester(draft, id, pending), meaning);
    if (pending.origin() == Origin.MODEL && !draft.go.isPresent()) settleTurn(draft);
  }

  /// An answer the flow goes nowhere with, because it has moved on or the call has ended: kept in
  /// the record, and nothing else.
  static void late(Draft draft, ToolCallId id, ToolResult result) {
    var pending = draft.pendingTools.remove(id);
    if (pending != null) {
      if (ToolCalls.again(draft, id, pending, result)) return;
      var tool = draft.program.tool(pending.tool());
      draft.note(new Taken.Returned(tool.name(), meaning(draft, tool, result)));
      if (pending.origin() == Origin.AFTER) return;
    }
    draft.ignore("tool answer " + id, "the call has moved on");
  }

  private static ToolResult meaning(Draft draft, ToolDef tool, ToolResult result) {
    return honest(bounded(draft, tool, result), tool.effect());
  }

  /// An answer far too large to keep is no answer we can read.
  private static ToolResult bounded(Draft draft, ToolDef tool, ToolResult result) {
    return result instanceof ToolResult.Done(var output)
            && !Bounds.within(output, draft.program.limits().textLength())
        ? new ToolResult.Broken(
            ToolResult.Kind.BAD_ANSWER, "`" + tool.name() + "` answered far too much", false)
        : result;
  }

  /// A lost or unreadable answer to a change means that nobody knows whether it happened.
  private static ToolResult honest(ToolResult result, Effect effect) {
    return switch (result) {
      case ToolResult.Broken(var kind, _, _)
          when effect != Effect.READS
              && (kind == ToolResult.Kind.TIMEOUT || kind == ToolResult.Kind.BAD_ANSWER) ->
          new ToolResult.Unknown("");
      case ToolResult.Done _, ToolResult.Refused _, ToolResult.Broken _, ToolResult.Unknown _ ->
          result;
    };
  }

  private static ToolCalls.Requester requester(Draft draft, ToolCallId id, PendingTool pending) {
    return switch (pending.origin()) {
      case MODEL -> new ToolCalls.ByModel(id);
      case AFTER -> new ToolCalls.AfterCall();
      case BEFORE, RUN -> new ToolCalls.ByEngine(pending.origin(), index(draft));
    };
  }

  private static int index(Draft draft) {
    return switch (draft.phase) {
      case Phase.Active(_, Stage.Preparing(var index)) -> index;
      case Phase.Active(_, Stage.Running(var index)) -> index;
      case Phase.Active _, Phase.Transferring _, Phase.Waiting _, Phase.Ended _ -> 0;
    };
  }

  /// Keeps what the flow asked to keep. The session is told anew when what it offers may depend on
  /// it.
  private static void save(Draft draft, ToolDef tool, Value.Fields output) {
    if (tool.save().isEmpty()) return;
    var before = Map.copyOf(draft.variables);
    var scope = new CallScope(draft, Optional.of(output), Optional.empty());
    tool.save()
        .forEach((variable, expression) ->
            Moves.keep(
                draft, variable, Evaluation.evaluate(expression, scope), tool.name().value()));
    boolean conversing = draft.phase instanceof Phase.Active(_, Stage.Conversing _);
    if (conversing
        && !before.equals(draft.variables)
        && draft.state().filter(state -> Setups.varies(draft.program, state)).isPresent()) {
      draft.configure(draft.here.note());
    }
  }

  /// What waited for the last tool of the turn: trouble the flow handles, or a move of the model.
  private static void settleTurn(Draft draft) {
    if (draft.awaitsChange()) return;
    var trouble = draft.turn.trouble();
    draft.turn = draft.turn.withTrouble(Optional.empty());
    if (trouble.isPresent()) {
      handle(draft, trouble.get().tool(), trouble.get().outcome());
    } else if (draft.turn.over() && draft.turn.move().isPresent() && !draft.awaitsTool()) {
      Turns.turnEnded(draft);
    }
  }

  private static void goOn(
      Draft draft, ToolDef tool, ToolCalls.Requester requester, ToolResult result) {
    switch (result) {
      case ToolResult.Done _ -> succeeded(draft, requester);
      case ToolResult.Refused(var code, _) -> {
        if (requester instanceof ToolCalls.ByEngine) happened(draft, tool.name(), requester, code);
      }
      case ToolResult.Broken(var kind, _, _) ->
          happened(
              draft,
              tool.name(),
              requester,
              kind == ToolResult.Kind.TIMEOUT ? OutcomeWords.TIMEOUT : OutcomeWords.FAILED);
      case ToolResult.Unknown _ -> happened(draft, tool.name(), requester, OutcomeWords.UNKNOWN);
    }
  }

  static void succeeded(Draft draft, ToolCalls.Requester requester) {
    var state = draft.state();
    if (state.isEmpty()) return;
    switch (requester) {
      case ToolCalls.ByModel _, ToolCalls.AfterCall _ -> {}
      case ToolCalls.ByEngine(var origin, var index) when origin == Origin.BEFORE ->
          Moves.prepare(draft, state.get(), index + 1);
      case ToolCalls.ByEngine(_, var index) -> Moves.run(draft, state.get(), index + 1);
    }
  }

  /// Takes the flow's way for an outcome of a tool. Without one, a state that needed the tool can't
  /// go on; the model has been told and may. While a change of the model's turn is at work, its
  /// outcome is waited for first: nobody may be sent away from an answer that is still due.
  static void happened(Draft draft, ToolName tool, ToolCalls.Requester requester, String outcome) {
    boolean byModel = requester instanceof ToolCalls.ByModel;
    if (byModel && (draft.awaitsChange() || draft.turn.trouble().isPresent())) {
      boolean worse = outcome.equals(OutcomeWords.UNKNOWN) || draft.turn.trouble().isEmpty();
      if (worse) draft.turn = draft.turn.withTrouble(Optional.of(new Trouble(tool, outcome)));
      return;
    }
    boolean handled = handle(draft, tool, outcome);
    if (draft.go.isPresent() || draft.ended() || byModel) return;
    if (handled) {
      succeeded(draft, requester);
    } else {
      Moves.giveUp(draft, "nothing handles `" + tool + "." + outcome + "`");
    }
  }

  private static boolean handle(Draft draft, ToolName tool, String outcome) {
    return OutcomeWords.fallbacks(outcome).stream()
        .anyMatch(word -> Moves.handle(draft, List.of(tool + "." + word, "tool." + word)));
  }
}
