package callflow.engine.interpret;

import callflow.engine.call.CallInfo;
import callflow.engine.call.CallState.Origin;
import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.EndReason;
import callflow.engine.call.Taken;
import callflow.engine.call.TimerId;
import callflow.expression.Rendering;
import callflow.expression.Template;
import callflow.program.Action;
import callflow.program.Branch;
import callflow.program.StateDef;
import callflow.value.Effect;
import callflow.value.Fit;
import callflow.value.StateName;
import callflow.value.Value;
import callflow.value.VariableName;
import java.util.List;
import java.util.Optional;

/// How a call goes from state to state: entering, passing through, leaving, failing.
///
/// A move is first decided ([#go]) and then made by [#settle], which loops instead of recursing, so
/// a flow that goes round is stopped by a bound and never by the stack.
final class Moves {
  /// Spoken when nothing in the flow says how to go on.
  static final String APOLOGY = "I am sorry, something went wrong. Please call again later.";

  private Moves() {}

  static void begin(Draft draft, CallInfo call) {
    draft.info = call;
    draft.started = draft.now;
    Switching.begin(draft);
    draft
        .program
        .variables()
        .forEach((name, def) -> def.initial().ifPresent(v -> draft.variables.put(name, v)));
    draft.start(TimerId.CALL, draft.program.limits().callTime());
    go(draft, draft.program.start(), "the call started");
  }

  static void go(Draft draft, StateName target, String why) {
    draft.go = Optional.of(new Draft.Go(target, why));
  }

  /// Makes the decided moves until the call rests.
  static void settle(Draft draft) {
    int moves = 0;
    while (draft.go.isPresent()) {
      var next = draft.go.get();
      draft.go = Optional.empty();
      if (++moves > draft.program.limits().microsteps()) {
        draft.note(new Taken.LimitHit("microsteps"));
        giveUp(draft, "the flow went round without the caller");
        return;
      }
      leave(draft);
      if (next.target().equals(StateName.RESUME)) Detours.resume(draft);
      else enter(draft, next);
    }
  }

  /// What belonged to the state that is left: its clocks, its look-ups and its requests of the
  /// model.
  private static void leave(Draft draft) {
    draft.cancel(TimerId.SILENCE);
    draft.cancel(TimerId.KEYS);
    draft.cancel(TimerId.RING);
    for (var entry : List.copyOf(draft.pendingTools.entrySet())) {
      var pending = entry.getValue();
      if (pending.visit() != draft.visit) continue;
      if (pending.origin() == Origin.MODEL) {
        ToolRequests.movedOn(draft, entry.getKey());
      }
      if (pending.effect() == Effect.READS) draft.pendingTools.remove(entry.getKey());
    }
    if (draft.phase instanceof Phase.Active(_, Stage.Confirming asked)) {
      Consent.dropped(draft, asked);
    }
  }

  private static void enter(Draft draft, Draft.Go go) {
    draft.previous =
        switch (draft.phase) {
          case Phase.Active(var from, _) -> Optional.of(from);
          case Phase.Transferring(var from, _) -> Optional.of(from);
          case Phase.Waiting _, Phase.Ended _ -> draft.previous;
        };
    draft.beginVisit(go.target());
    draft.note(new Taken.Entered(go.target(), draft.visit, go.why()));

    var state = draft.program.state(go.target());
    Trail.entered(draft, state);
    Detours.entered(draft, state);
    Recorder.entered(draft, state);
    state.marks().milestone().ifPresent(word -> Records.reach(draft, word));
    state.collect().forEach(collect -> collect.ask().ifPresent(draft::forgetSpoken));
    state.clear().forEach(variable -> clear(draft, variable));
    state.set().forEach((variable, value) -> set(draft, variable, value));
    prepare(draft, state, 0);
  }

  /// Runs the `before` tools from `index` on; with none left the state begins to speak.
  static void prepare(Draft draft, StateDef state, int index) {
    if (index < state.before().size()) {
      draft.stage(new Stage.Preparing(index));
      ToolCalls.start(
          draft, state.before().get(index), new ToolCalls.ByEngine(Origin.BEFORE, index));
      return;
    }
    Spoken.say(draft, state);
    if (state.listens() && !Conversation.isOver(draft, state)) {
      Conversation.begin(draft, state);
    } else {
      run(draft, state, 0);
    }
  }

  /// Runs the `run` tools from `index` on; with none left the state is left.
  static void run(Draft draft, StateDef state, int index) {
    if (index < state.run().size()) {
      draft.stage(new Stage.Running(index));
      ToolCalls.start(draft, state.run().get(index), new ToolCalls.ByEngine(Origin.RUN, index));
      return;
    }
    switch (state.ending()) {
      case StateDef.Ending.HangUp(var outcome) -> draft.hangUp(new EndReason.HungUp(outcome));
      case StateDef.Ending.TransferTo(var name) -> Transfers.begin(draft, state, name);
      case StateDef.Ending.None _ -> next(draft, state);
    }
  }

  private static void next(Draft draft, StateDef state) {
    var branch = firstOpen(draft, state);
    if (branch.isEmpty()) {
      giveUp(draft, "no branch of `" + state.name() + "` could be taken");
    } else {
      perform(draft, branch.get().action(), "next");
      if (draft.go.isEmpty()) giveUp(draft, "`" + state.name() + "` leads nowhere");
    }
  }

  /// The first branch whose guard holds.
  static Optional<Branch> firstOpen(Draft draft, StateDef state) {
    for (var branch : state.next()) {
      boolean open = branch.guard().map(guard -> Guards.holds(draft, guard, "next")).orElse(true);
      if (open) return Optional.of(branch);
    }
    return Optional.empty();
  }

  /// Changes the language, says, forgets and sets what the action asks for, and decides where it
  /// goes.
  static void perform(Draft draft, Action action, String why) {
    action.language().ifPresent(language -> Switching.to(draft, language));
    action.say().ifPresent(words -> Spoken.say(draft, words));
    action.clear().forEach(variable -> clear(draft, variable));
    action.set().forEach((variable, value) -> set(draft, variable, value));
    action.milestone().ifPresent(word -> Records.reach(draft, word));
    action.target().ifPresent(target -> go(draft, target, why));
    if (action.language().isPresent() && draft.go.isEmpty()) Switching.stay(draft);
  }

  static void clear(Draft draft, VariableName variable) {
    draft.accepted.remove(variable);
    if (draft.variables.remove(variable) != null) draft.note(new Taken.Cleared(variable));
  }

  private static void set(Draft draft, VariableName variable, Template template) {
    var value = Rendering.value(template, CallScope.of(draft));
    keep(draft, variable, value, "set");
  }

  /// Gives a variable a value that fits it; without one it is forgotten.
  static void keep(Draft draft, VariableName variable, Optional<Value> value, String by) {
    var type = draft.program.variable(variable).type();
    if (value.isPresent()
        && Bounds.within(value.get(), draft.program.limits().textLength())
        && Fit.of(type, value.get()) instanceof Fit.Fits(var fitting)) {
      Collecting.fill(draft, variable, fitting, by);
    } else {
      clear(draft, variable);
    }
  }

  /// Takes the flow's way for the first of these events that it handles.
  ///
  /// @return whether there was one
  static boolean handle(Draft draft, List<String> events) {
    var handler = handler(draft, events);
    handler.ifPresent(action -> {
      draft.note(new Taken.Handled(events.getFirst()));
      perform(draft, action, events.getFirst());
    });
    return handler.isPresent();
  }

  private static Optional<Action> handler(Draft draft, List<String> events) {
    return switch (draft.phase) {
      case Phase.Active(var name, _) -> draft.program.state(name).handlers().find(events);
      case Phase.Transferring(var name, _) -> draft.program.state(name).handlers().find(events);
      case Phase.Waiting _, Phase.Ended _ -> Optional.empty();
    };
  }

  /// A bound of the call was hit: the first time the flow may handle it, the second time the call
  /// ends.
  static void limit(Draft draft, String limit) {
    draft.note(new Taken.LimitHit(limit));
    boolean first = draft.counts.limitsHit() == 0;
    draft.counts = draft.counts.afterLimit();
    draft.hush();
    if (first && handle(draft, List.of(limit)) && draft.go.isPresent()) return;
    giveUp(draft, "the call went past its bound `" + limit + "`");
  }

  /// Ends a call that can't go on, with an apology and never in silence.
  static void giveUp(Draft draft, String why) {
    draft.say(APOLOGY);
    draft.hangUp(new EndReason.Failed(why));
  }
}
