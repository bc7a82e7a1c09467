package callflow.engine.interpret;

import callflow.engine.call.CallState.Origin;
import callflow.engine.call.CallState.PendingTool;
import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.Command;
import callflow.engine.call.Taken;
import callflow.expression.Evaluation;
import callflow.program.ToolDef;
import callflow.value.Effect;
import callflow.value.Fit;
import callflow.value.OutcomeWords;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.util.List;
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
    var tool = draft.program.tool(pending.tool());
    var meaning = honest(result, tool.effect());
    draft.note(new Taken.Returned(tool.name(), meaning));
    if (pending.origin() == Origin.MODEL) draft.order(new Command.AnswerTool(id, meaning));
    if (meaning instanceof ToolResult.Done(var output)) save(draft, tool, output);
    goOn(draft, tool, requester(draft, id, pending), meaning);
  }

  /// An answer nobody waits for any more: kept in the record, and nothing else.
  static void late(Draft draft, ToolCallId id, ToolResult result) {
    var pending = draft.pendingTools.remove(id);
    if (pending != null) draft.note(new Taken.Returned(pending.tool(), result));
    draft.ignore("tool answer " + id, "the call has moved on");
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

  private static void save(Draft draft, ToolDef tool, Value.Fields output) {
    var scope = new CallScope(draft, Optional.of(output), Optional.empty());
    tool.save()
        .forEach((variable, expression) -> {
          var type = draft.program.variable(variable).type();
          var value = Evaluation.evaluate(expression, scope);
          if (value.isPresent() && Fit.of(type, value.get()) instanceof Fit.Fits(var fitting)) {
            Collecting.fill(draft, variable, fitting, tool.name().value());
          } else if (draft.variables.remove(variable) != null) {
            draft.note(new Taken.Cleared(variable));
          }
        });
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

  private static void succeeded(Draft draft, ToolCalls.Requester requester) {
    var state = draft.state();
    if (state.isEmpty()) return;
    switch (requester) {
      case ToolCalls.ByModel _ -> {}
      case ToolCalls.ByEngine(var origin, var index) when origin == Origin.BEFORE ->
          Moves.prepare(draft, state.get(), index + 1);
      case ToolCalls.ByEngine(_, var index) -> Moves.run(draft, state.get(), index + 1);
    }
  }

  /// Takes the flow's way for an outcome of a tool. Without one, a state that needed the tool can't
  /// go on; the model has been told and may.
  static void happened(Draft draft, ToolName tool, ToolCalls.Requester requester, String outcome) {
    boolean handled =
        OutcomeWords.fallbacks(outcome).stream()
            .anyMatch(word -> Moves.handle(draft, List.of(tool + "." + word, "tool." + word)));
    if (draft.go.isPresent() || draft.ended() || requester instanceof ToolCalls.ByModel) return;
    if (handled) {
      succeeded(draft, requester);
    } else {
      Moves.giveUp(draft, "nothing handles `" + tool + "." + outcome + "`");
    }
  }
}
