package callflow.engine.interpret;

import callflow.engine.call.CallId;
import callflow.engine.call.CallState;
import callflow.engine.call.CallState.Phase;
import callflow.engine.call.EndReason;
import callflow.engine.call.Event;
import callflow.engine.call.Event.AgentSaid;
import callflow.engine.call.Event.CallStarted;
import callflow.engine.call.Event.CallerHungUp;
import callflow.engine.call.Event.CallerInterrupted;
import callflow.engine.call.Event.CallerSaid;
import callflow.engine.call.Event.CallerSpoke;
import callflow.engine.call.Event.DigitPressed;
import callflow.engine.call.Event.PlaybackEnded;
import callflow.engine.call.Event.TimerFired;
import callflow.engine.call.Event.ToolRequested;
import callflow.engine.call.Event.ToolReturned;
import callflow.engine.call.Event.TransferEnded;
import callflow.engine.call.Event.TurnEnded;
import callflow.engine.call.Event.VoiceLost;
import callflow.engine.call.Event.VoiceReady;
import callflow.expression.TypeScope;
import callflow.program.Program;
import callflow.value.Type;
import callflow.value.VariableName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;

/// The meaning of a program. Pure and total: same program, state and event, same step; no event
/// throws.
public final class Interpreter {
  private final Program program;
  private final TypeScope types;

  public Interpreter(Program program) {
    this.program = program;
    this.types = typesOf(program);
  }

  /// How each variable is spoken follows its type.
  private static TypeScope typesOf(Program program) {
    var variables = new LinkedHashMap<VariableName, Type>();
    program.variables().forEach((name, variable) -> variables.put(name, variable.type()));
    return TypeScope.of(
        variables,
        program.schedules().keySet(),
        program.tools().keySet(),
        new LinkedHashSet<>(program.switches()));
  }

  public Program program() {
    return program;
  }

  public CallState initial(CallId call) {
    return CallState.initial(call, program.id());
  }

  /// Handles one event to rest: all moves it leads to are made before the step is returned.
  public Step step(CallState state, Event event) {
    var draft = new Draft(program, types, state);
    if (event.at().isAfter(draft.now)) draft.now = event.at();
    switch (draft.phase) {
      case Phase.Waiting _ -> beforeTheCall(draft, event);
      case Phase.Ended _ -> afterTheCall(draft, event);
      case Phase.Active _, Phase.Transferring _ -> duringTheCall(draft, event);
    }
    Moves.settle(draft);
    if (event instanceof ToolReturned) Confirmation.saidBetween(draft);
    return draft.finish();
  }

  private static void beforeTheCall(Draft draft, Event event) {
    if (event instanceof CallStarted(_, var call)) {
      Moves.begin(draft, call);
    } else {
      draft.ignore(nameOf(event), "the call has not started");
    }
  }

  private static void afterTheCall(Draft draft, Event event) {
    if (event instanceof ToolReturned(_, var id, var result)) {
      ToolAnswers.late(draft, id, result);
    } else {
      draft.ignore(nameOf(event), "the call has ended");
    }
  }

  private static void duringTheCall(Draft draft, Event event) {
    switch (event) {
      case CallStarted _ -> draft.ignore(nameOf(event), "the call has started already");
      case CallerSpoke _ -> Turns.callerSpoke(draft);
      case CallerSaid(_, var words) -> Turns.callerSaid(draft, words);
      case CallerInterrupted(_, var heard) -> Turns.callerInterrupted(draft, heard);
      case AgentSaid(_, var words) -> Turns.agentSaid(draft, words);
      case TurnEnded _ -> Turns.turnEnded(draft);
      case PlaybackEnded _ -> Silence.playbackEnded(draft);
      case VoiceReady(_, var visit) -> Voice.ready(draft, visit);
      case VoiceLost(_, var reason) -> Voice.lost(draft, reason);
      case DigitPressed(_, var key) -> Keys.pressed(draft, key);
      case ToolRequested(_, var id, var tool, var arguments) ->
          ToolRequests.requested(draft, id, tool, arguments);
      case ToolReturned(_, var id, var result) -> ToolAnswers.returned(draft, id, result);
      case TimerFired(_, var id, var visit) -> Clocks.fired(draft, id, visit);
      case TransferEnded(_, var visit, var outcome) -> Transfers.ended(draft, visit, outcome);
      case CallerHungUp _ ->
          draft.end(
              new EndReason.CallerHungUp(Records.outcome(draft, EndReason.CallerHungUp.USUAL)));
    }
  }

  private static String nameOf(Event event) {
    return event.getClass().getSimpleName();
  }
}
