package callflow.engine.interpret;

import callflow.engine.call.CallState.Again;
import callflow.engine.call.CallState.Origin;
import callflow.engine.call.CallState.PendingTool;
import callflow.engine.call.CallState.Subject;
import callflow.engine.call.Command;
import callflow.engine.call.Taken;
import callflow.expression.Rendering;
import callflow.program.PolicyDef;
import callflow.program.ToolDef;
import callflow.value.Effect;
import callflow.value.Fit;
import callflow.value.OutcomeWords;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.Value;
import java.util.LinkedHashMap;
import java.util.Optional;

/// The way of a tool call up to the connector: its condition, its arguments, the caller's yes, the
/// flow's policies. Whoever asked for it, the same gates stand in the same order.
final class ToolCalls {
  /// Who wants the tool called.
  sealed interface Requester {}

  record ByModel(ToolCallId id) implements Requester {}

  /// The state itself, with its `index`-th `before` or `run` tool.
  record ByEngine(Origin origin, int index) implements Requester {}

  /// The flow, now that the call has ended and nobody can be asked or told anything.
  record AfterCall() implements Requester {}

  private ToolCalls() {}

  static void start(Draft draft, ToolName name, Requester requester) {
    start(draft, name, requester, Value.Fields.NONE);
  }

  static void start(Draft draft, ToolName name, Requester requester, Value.Fields given) {
    var tool = draft.program.tool(name);
    if (!required(draft, tool)) {
      refused(draft, tool, requester, "requires", missing(tool));
      return;
    }
    switch (Fit.of(tool.operation().input(), arguments(draft, tool, given))) {
      case Fit.Misfit(var reason) ->
          refused(draft, tool, requester, "bad_arguments", "`" + name + "` " + reason + ".");
      case Fit.Fits(Value.Fields arguments) when unknown(tool, given).isPresent() ->
          refused(
              draft,
              tool,
              requester,
              "bad_arguments",
              "`" + name + "` takes no `" + draft.bounded(unknown(tool, given).get()) + "`.");
      case Fit.Fits(Value.Fields arguments) -> confirm(draft, tool, requester, arguments);
      case Fit.Fits _ -> refused(draft, tool, requester, "bad_arguments", "No arguments.");
    }
  }

  /// What the flow fixes, as the operation takes it.
  static Value.Fields bound(Draft draft, ToolDef tool) {
    return Fit.of(tool.operation().input(), arguments(draft, tool, Value.Fields.NONE))
            instanceof Fit.Fits(Value.Fields fitting)
        ? fitting
        : Value.Fields.NONE;
  }

  /// What the model fills in, overlaid by what the flow fixes; unset values are left out.
  private static Value.Fields arguments(Draft draft, ToolDef tool, Value.Fields given) {
    var arguments = new LinkedHashMap<String, Value>();
    given
        .values()
        .forEach((name, value) -> {
          if (tool.open().fields().containsKey(name)) arguments.put(name, value);
        });
    tool.bound()
        .forEach((name, template) ->
            Rendering.value(template, CallScope.of(draft))
                .ifPresent(value -> arguments.put(name, value)));
    return new Value.Fields(arguments);
  }

  /// An argument the model made up, or tried to set although the flow fixes it.
  private static Optional<String> unknown(ToolDef tool, Value.Fields given) {
    return given.values().keySet().stream()
        .filter(name -> !tool.open().fields().containsKey(name))
        .findFirst();
  }

  private static void confirm(
      Draft draft, ToolDef tool, Requester requester, Value.Fields arguments) {
    if (tool.confirm().isEmpty()) {
      invoke(draft, tool, arguments, requester);
      return;
    }
    String question = Spoken.text(draft, tool.confirm().get(), 1);
    switch (requester) {
      case ByModel(var id) ->
          Confirmation.ask(
              draft, new Subject.Call(tool.name(), arguments, Optional.of(id), 0), question);
      case ByEngine(_, var index) ->
          Confirmation.ask(
              draft, new Subject.Call(tool.name(), arguments, Optional.empty(), index), question);
      case AfterCall _ ->
          refused(draft, tool, requester, "confirm", "Nobody is there to say yes any more.");
    }
  }

  /// Whether the model may know of the tool now.
  static boolean offered(Draft draft, ToolDef tool) {
    return tool.offeredWhen()
        .map(guard -> Guards.holds(draft, guard, "offered_when " + tool.name()))
        .orElse(true);
  }

  private static boolean required(Draft draft, ToolDef tool) {
    return tool.requires()
        .map(guard -> Guards.holds(draft, guard, "requires " + tool.name()))
        .orElse(true);
  }

  private static String missing(ToolDef tool) {
    return "What `" + tool.name() + "` requires is not given yet.";
  }

  /// The last gate: what the tool requires, which may have changed while the caller was asked, and
  /// the flow's policies. Then the connector is asked.
  static void invoke(Draft draft, ToolDef tool, Value.Fields arguments, Requester requester) {
    if (!required(draft, tool)) {
      refused(draft, tool, requester, "requires", missing(tool));
      return;
    }
    var broken = brokenPolicy(draft, tool, arguments);
    if (broken.isPresent()) {
      refused(draft, tool, requester, "policy", "The rule `" + broken.get() + "` forbids it now.");
      return;
    }
    if (tool.use().equals(ToolDef.START_RECORDING)) {
      Recorder.start(draft);
      ToolAnswers.succeeded(draft, requester);
      return;
    }
    if (!(requester instanceof AfterCall)) {
      tool.filler().ifPresent(words -> Spoken.say(draft, words));
    }
    if (tool.effect() != Effect.READS) Trail.cut(draft);
    int serial = draft.nextSerial();
    var id =
        switch (requester) {
          case ByModel(var given) -> given;
          case ByEngine _, AfterCall _ -> new ToolCallId("engine-" + serial);
        };
    var origin =
        switch (requester) {
          case ByModel _ -> Origin.MODEL;
          case ByEngine(var its, _) -> its;
          case AfterCall _ -> Origin.AFTER;
        };
    draft.progress();
    String key = draft.callId() + "/" + draft.visit + "/" + tool.name() + "/" + serial;
    var again = new Again(key, arguments, tool.retry());
    draft.note(new Taken.Invoked(tool.name(), arguments));
    send(draft, tool, id, new PendingTool(tool.name(), origin, draft.visit, tool.effect(), again));
  }

  private static void send(Draft draft, ToolDef tool, ToolCallId id, PendingTool pending) {
    draft.pendingTools.put(id, pending);
    draft.order(
        new Command.InvokeTool(
            id,
            pending.again().key(),
            tool.name(),
            tool.use(),
            tool.effect(),
            pending.again().arguments(),
            tool.timeout()));
  }

  /// Asks once more for something that could not be reached, if the flow wants that; only what can
  /// be repeated without doing anything twice.
  ///
  /// @return whether the answer is to be waited for again
  static boolean again(Draft draft, ToolCallId id, PendingTool pending, ToolResult result) {
    var tool = draft.program.tool(pending.tool());
    if (pending.again().left() == 0 || !isLost(result) || !isRepeatable(tool)) return false;
    draft.note(new Taken.Retried(tool.name(), result));
    send(draft, tool, id, pending.oneLess());
    return true;
  }

  private static boolean isLost(ToolResult result) {
    return switch (result) {
      case ToolResult.Broken(_, _, var retryable) -> retryable;
      case ToolResult.Unknown _ -> true;
      case ToolResult.Done _, ToolResult.Refused _ -> false;
    };
  }

  private static boolean isRepeatable(ToolDef tool) {
    return switch (tool.effect()) {
      case READS -> true;
      case WRITES -> tool.operation().honoursKey();
      case IRREVERSIBLE -> false;
    };
  }

  private static Optional<String> brokenPolicy(Draft draft, ToolDef tool, Value.Fields arguments) {
    var asking = new CallScope.Asking(tool.name(), arguments);
    var scope = new CallScope(draft, Optional.empty(), Optional.of(asking));
    for (var policy : draft.program.policies()) {
      if (policy instanceof PolicyDef.Never(var name, var tools, var unless)
          && tools.contains(tool.name())
          && !Guards.holds(draft, unless, "policy " + name, scope)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /// Turned down before it reached a connector: the model is told, a state takes its way for it,
  /// and after the call it is only noted.
  private static void refused(
      Draft draft, ToolDef tool, Requester requester, String code, String why) {
    switch (requester) {
      case ByModel(var id) -> ToolRequests.refuse(draft, id, tool.name(), code, why);
      case AfterCall _ -> draft.note(new Taken.Refused(tool.name(), code, why));
      case ByEngine _ -> {
        draft.note(new Taken.Refused(tool.name(), code, why));
        ToolAnswers.happened(draft, tool.name(), requester, OutcomeWords.DENIED);
      }
    }
  }
}
