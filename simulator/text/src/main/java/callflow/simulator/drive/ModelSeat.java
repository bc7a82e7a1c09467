package callflow.simulator.drive;

import callflow.engine.call.Command;
import callflow.engine.call.Event;
import callflow.value.ToolCallId;
import callflow.value.ToolResult;
import java.util.List;
import java.util.Optional;

/// Where the model sits: gives it the floor, plays what it does into the call, and ends its turns.
///
/// A turn whose request waits for the caller's yes is set aside, and goes on when the answer is
/// there.
final class ModelSeat {
  /// Parts of one turn; a model that asks for tools for ever is stopped.
  static final int MAX_REPLIES = 20;

  /// Things a model does in one part of a turn.
  static final int MAX_ACTS = 50;

  /// Turns without anything from the caller; a flow may pass through a few states.
  static final int MAX_TURNS = 50;

  private final SimulatedCall call;
  private final ModelDriver model;
  private Optional<Floor> floor = Optional.empty();
  private Optional<Floor> aside = Optional.empty();
  private Optional<Command.LetModelSpeak> invitation = Optional.empty();
  private int requests;
  private int turns;

  ModelSeat(SimulatedCall call, ModelDriver model) {
    this.call = call;
    this.model = model;
  }

  /// The caller, or the clock, has done something: the model may be busy again.
  void refresh() {
    turns = 0;
  }

  void invite(Command.LetModelSpeak invited) {
    invitation = Optional.of(invited);
  }

  void answered(ToolCallId id, ToolResult result) {
    floor.ifPresent(turn -> turn.answered(id, result));
    aside.ifPresent(turn -> turn.answered(id, result));
  }

  /// Whatever belongs to another visit is over; nothing of it is played any more.
  void movedTo(int visit) {
    floor = floor.filter(turn -> turn.visit() == visit);
    aside = aside.filter(turn -> turn.visit() == visit);
    invitation = invitation.filter(invited -> invited.visit() == visit);
  }

  void leave() {
    floor = Optional.empty();
    aside = Optional.empty();
    invitation = Optional.empty();
  }

  void hears(String words) {
    take(model, new Cue.Heard(words));
  }

  /// A turn in which the model does exactly this, and nothing after it.
  void plays(List<ModelAct> acts) {
    call.write(new Line.ModelScripted(call.now()));
    take((_, cue) -> cue instanceof Cue.Answered ? List.of() : acts, new Cue.Invited(""));
  }

  /// Goes on with what the model has to do.
  ///
  /// @return whether there was anything
  boolean goOn() {
    if (floor.isPresent()) {
      resume(floor.get());
      return true;
    }
    if (aside.isPresent() && !aside.get().waits()) {
      floor = aside;
      aside = Optional.empty();
      return true;
    }
    var invited = invitation;
    invitation = Optional.empty();
    invited.ifPresent(letSpeak -> take(model, new Cue.Invited(letSpeak.note())));
    return invited.isPresent();
  }

  private void resume(Floor turn) {
    if (turn.waits()) {
      aside = floor;
      endTurn();
    } else {
      reply(turn, new Cue.Answered(turn.takeAnswers()));
    }
  }

  private void take(ModelDriver driver, Cue cue) {
    invitation = Optional.empty();
    if (++turns > MAX_TURNS) {
      call.write(
          new Line.Stopped(call.now(), "the model had " + MAX_TURNS + " turns without the caller"));
      return;
    }
    var turn = new Floor(driver, call.state().visit());
    floor = Optional.of(turn);
    reply(turn, cue);
  }

  /// One part of the turn. When nothing was asked for in it, the turn is over.
  private void reply(Floor turn, Cue cue) {
    var acts = turn.nextReply() > MAX_REPLIES ? List.<ModelAct>of() : acts(turn, cue);
    for (var act : acts) {
      if (!holdsFloor(turn)) return;
      perform(turn, act);
    }
    boolean more = acts.stream().anyMatch(ModelAct.Request.class::isInstance);
    if (holdsFloor(turn) && !more) endTurn();
  }

  private List<ModelAct> acts(Floor turn, Cue cue) {
    return call.scene().map(scene -> turn.driver().act(scene, cue)).orElse(List.of()).stream()
        .limit(MAX_ACTS)
        .toList();
  }

  private boolean holdsFloor(Floor turn) {
    return floor.filter(present -> present == turn).isPresent();
  }

  private void perform(Floor turn, ModelAct act) {
    switch (act) {
      case ModelAct.Speak(var words) -> {
        call.modelSpeaks(words);
        call.happensNow(new Event.AgentSaid(call.now(), words));
      }
      case ModelAct.Request(var tool, var arguments) -> {
        var id = new ToolCallId("model-" + ++requests);
        call.write(new Line.ModelAsked(call.now(), tool, arguments));
        turn.asked(id, tool, arguments);
        call.happensNow(new Event.ToolRequested(call.now(), id, tool, arguments));
      }
    }
  }

  private void endTurn() {
    floor = Optional.empty();
    call.happensNow(new Event.TurnEnded(call.now()));
  }
}
