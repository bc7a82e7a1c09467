package callflow.engine.interpret;

import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.Command;
import callflow.engine.call.Taken;
import callflow.engine.call.VoiceSetup;
import callflow.program.StateDef;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.Value;

/// What the model asks for. It is an adversary: whatever the state does not offer is refused in
/// words that let it go on, and never reaches a connector.
final class ToolRequests {
  private ToolRequests() {}

  static void requested(Draft draft, ToolCallId id, ToolName tool, Value.Fields arguments) {
    if (isDuplicate(draft, id)) {
      draft.ignore("tool request " + id, "it was made before");
      return;
    }
    if (draft.state().isEmpty() || !draft.here.ready()) {
      refuse(draft, id, tool, "not_now", "Nothing can be asked for at this moment.");
      return;
    }
    if (!withinLimits(draft, id, tool)) return;
    if (!Bounds.within(arguments, draft.program.limits().textLength())) {
      refuse(draft, id, tool, "bad_arguments", "That is far too much.");
      return;
    }
    var state = draft.state().get();
    if (tool.equals(VoiceSetup.CHOOSE)) {
      Choosing.requested(draft, state, id, arguments);
    } else if (!mayAsk(draft, tool)) {
      refuse(draft, id, tool, "not_now", "Nothing can be asked for at this moment.");
    } else if (tool.equals(VoiceSetup.RECORD)) {
      Recording.requested(draft, state, id, arguments);
    } else {
      flowTool(draft, state, id, tool, arguments);
    }
  }

  /// While the caller is asked for a yes, a value may still be corrected, and nothing else.
  private static boolean mayAsk(Draft draft, ToolName tool) {
    return switch (draft.phase) {
      case Phase.Active(_, Stage.Conversing _) -> true;
      case Phase.Active(_, Stage.Confirming asked) ->
          tool.equals(VoiceSetup.RECORD) && Consent.forModel(asked).isEmpty();
      case Phase.Active _, Phase.Transferring _, Phase.Waiting _, Phase.Ended _ -> false;
    };
  }

  private static boolean isDuplicate(Draft draft, ToolCallId id) {
    return draft.pendingTools.containsKey(id)
        || (draft.phase instanceof Phase.Active(_, Stage.Confirming asked)
            && Consent.forModel(asked).stream().anyMatch(id::equals));
  }

  private static boolean withinLimits(Draft draft, ToolCallId id, ToolName tool) {
    var limits = draft.program.limits();
    draft.turn = draft.turn.withRequest();
    draft.counts = draft.counts.plusToolCall();
    if (draft.counts.toolCalls() > limits.toolCalls()) {
      refuse(draft, id, tool, "too_many", "Too many requests in this call.");
      Moves.limit(draft, "max_turns");
      return false;
    }
    if (draft.turn.requests() > limits.toolRequests()) {
      refuse(draft, id, tool, "too_many", "Too many requests in one turn.");
      return false;
    }
    return true;
  }

  private static void flowTool(
      Draft draft, StateDef state, ToolCallId id, ToolName tool, Value.Fields arguments) {
    if (!state.tools().contains(tool) || !ToolCalls.offered(draft, draft.program.tool(tool))) {
      String why = "`" + draft.bounded(tool.value()) + "` can't be used at this point of the call.";
      refuse(draft, id, tool, "not_offered", why);
    } else {
      ToolCalls.start(draft, tool, new ToolCalls.ByModel(id), arguments);
    }
  }

  /// Answers a request whose answer nobody can use any more.
  static void movedOn(Draft draft, ToolCallId id) {
    var moved = new ToolResult.Refused("moved_on", "The conversation has moved on.");
    draft.order(new Command.AnswerTool(id, moved));
  }

  static void refuse(Draft draft, ToolCallId id, ToolName tool, String code, String why) {
    draft.note(new Taken.Refused(tool, code, why));
    draft.order(new Command.AnswerTool(id, new ToolResult.Refused(code, why)));
  }
}
