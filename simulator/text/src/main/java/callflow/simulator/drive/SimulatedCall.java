package callflow.simulator.drive;

import callflow.engine.call.CallId;
import callflow.engine.call.CallInfo;
import callflow.engine.call.CallState;
import callflow.engine.call.Command;
import callflow.engine.call.Event;
import callflow.engine.call.Taken;
import callflow.engine.call.TimerId;
import callflow.engine.call.TransferOutcome;
import callflow.engine.call.VoiceSetup;
import callflow.engine.interpret.Interpreter;
import callflow.value.ToolCallId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One call on virtual time: turns what the caller does into events, carries out the commands they
/// lead to, and writes down everything.
///
/// Every public method returns when the call rests, that is when only the caller or the clock can
/// change anything. Nothing here decides anything about the flow: that is the interpreter's.
///
/// The caller's words go to the interpreter first. Only when they lead it nowhere, neither to
/// another state nor to another phase of this one, they go to the model, which then has the floor.
public final class SimulatedCall {
  private final Interpreter interpreter;
  private final ModelSeat seat;
  private final ToolBench bench;
  private final VirtualClock clock;
  private final CallInfo info;
  private final List<Line> lines = new ArrayList<>();
  private final Deque<Event> inbox = new ArrayDeque<>();
  private final Set<ToolCallId> running = new HashSet<>();

  private CallState state;
  private Optional<VoiceSetup> setup = Optional.empty();
  private int setupVisit;
  private Optional<Command.Transfer> transfer = Optional.empty();
  private Optional<WaitingCaller> waiting = Optional.empty();
  private boolean spoken;

  public SimulatedCall(
      Interpreter interpreter, ModelDriver model, ToolBench bench, Instant start, CallInfo info) {
    this.interpreter = interpreter;
    this.seat = new ModelSeat(this, model);
    this.bench = bench;
    this.clock = new VirtualClock(start);
    this.info = info;
    this.state = interpreter.initial(new CallId("simulated"));
  }

  public CallState state() {
    return state;
  }

  /// What the model is told in the present visit; empty where nobody listens.
  public Optional<VoiceSetup> setup() {
    return setup.filter(_ -> setupVisit == state.visit() && !state.ended());
  }

  public Transcript transcript() {
    return new Transcript(lines);
  }

  public Instant now() {
    return clock.now();
  }

  /// Whether a transfer rings and nobody has said how it comes out.
  public boolean transferring() {
    return transfer.isPresent();
  }

  /// The call comes in.
  public void begin() {
    happensNow(new Event.CallStarted(now(), info));
    settle();
  }

  public void callerSays(String words) {
    if (heard(words)) seat.hears(words);
    settle();
  }

  /// The caller speaks, and the model's part of that turn is played as written.
  public void callerSays(String words, List<ModelAct> scripted) {
    if (heard(words)) seat.plays(scripted);
    settle();
  }

  /// Whether the words are for the model; a yes the engine waited for is not.
  private boolean heard(String words) {
    write(new Line.CallerSaid(now(), words));
    seat.refresh();
    happensNow(new Event.CallerSpoke(now()));
    var phase = state.phase();
    int visit = state.visit();
    happensNow(new Event.CallerSaid(now(), words));
    return state.phase().equals(phase) && state.visit() == visit;
  }

  /// The model takes a turn of its own, played as written.
  public void modelActs(List<ModelAct> scripted) {
    seat.refresh();
    if (!state.ended()) seat.plays(scripted);
    settle();
  }

  /// The caller presses keys one after the other, and waits until the entry counts as complete.
  public void press(String keys) {
    write(new Line.CallerPressed(now(), keys));
    seat.refresh();
    for (int i = 0; i < keys.length(); i++) {
      happensNow(new Event.DigitPressed(now(), keys.charAt(i)));
      settle();
    }
    clock.due(TimerId.KEYS).ifPresent(this::runUntil);
  }

  /// Nobody does anything for a while.
  public void passTime(Duration duration) {
    write(new Line.TimePassed(now(), duration));
    seat.refresh();
    var end = now().plus(duration);
    waitInLine(end);
    runUntil(end);
  }

  public void callerHangsUp() {
    write(new Line.CallerHungUp(now()));
    happensNow(new Event.CallerHungUp(now()));
    settle();
  }

  /// The transfer under way comes out like this; without one nothing happens.
  public void transferEnds(TransferOutcome outcome) {
    if (transfer.isEmpty()) return;
    var ordered = transfer.get();
    transfer = Optional.empty();
    seat.refresh();
    write(new Line.TransferCameOut(now(), ordered.name(), outcome));
    happensNow(new Event.TransferEnded(now(), ordered.visit(), outcome));
    settle();
  }

  /// What a caller who waits in a queue hears, up to the end of patience.
  private void waitInLine(Instant end) {
    for (var next = nextReminder(end); next.isPresent(); next = nextReminder(end)) {
      runUntil(next.get().at());
      if (transfer.isEmpty()) return;
      next.get().say().ifPresent(words -> write(new Line.AgentSaid(now(), words)));
      if (next.get().say().isEmpty()) transferEnds(TransferOutcome.NO_ANSWER);
    }
  }

  private Optional<WaitingCaller.Moment> nextReminder(Instant end) {
    return transfer.isEmpty() ? Optional.empty() : waiting.flatMap(line -> line.after(now(), end));
  }

  private void runUntil(Instant end) {
    for (var due = clock.next(end); due.isPresent(); due = clock.next(end)) {
      arrive(due.get());
      settle();
    }
    clock.advance(end);
  }

  /// Goes on until only the caller or the clock can change anything.
  private void settle() {
    boolean restless = true;
    while (restless) {
      awaitTools();
      boolean modelActed = seat.goOn();
      boolean agentFinished = !modelActed && playbackEnds();
      restless = modelActed || agentFinished;
    }
  }

  private void awaitTools() {
    while (!running.isEmpty()) clock.next().ifPresent(this::arrive);
  }

  private void arrive(Event event) {
    switch (event) {
      case Event.ToolReturned(_, var id, _) -> running.remove(id);
      case Event.TimerFired(_, var id, _) -> write(new Line.TimerRang(now(), id));
      case Event.CallEvent _, Event.VoiceEvent _ -> {}
    }
    happensNow(event);
  }

  private boolean playbackEnds() {
    if (!spoken) return false;
    spoken = false;
    happensNow(new Event.PlaybackEnded(now()));
    return true;
  }

  /// Hands the interpreter an event, and what follows from it at once.
  void happensNow(Event event) {
    inbox.add(event);
    while (!inbox.isEmpty()) step(inbox.remove());
  }

  private void step(Event event) {
    var step = interpreter.step(state, event);
    state = step.state();
    step.taken().forEach(this::note);
    step.commands().forEach(this::carryOut);
    seat.movedTo(state.visit());
    if (state.ended()) {
      seat.leave();
      transfer = Optional.empty();
      spoken = false;
    }
  }

  /// What was said is taken from here, for only here it has its place among the decisions.
  private void note(Taken taken) {
    switch (taken) {
      case Taken.Said(var text) -> write(new Line.AgentSaid(now(), text));
      case Taken _ -> write(new Line.Decided(now(), taken));
    }
  }

  private void carryOut(Command command) {
    switch (command) {
      case Command.ConfigureVoice(var wanted, var visit) -> {
        setup = Optional.of(wanted);
        setupVisit = visit;
        inbox.add(new Event.VoiceReady(now(), visit));
      }
      case Command.LetModelSpeak invited -> seat.invite(invited);
      case Command.Say _ -> spoken = true;
      case Command.StopSpeaking _ -> {
        if (spoken) write(new Line.AgentStopped(now()));
        spoken = false;
      }
      case Command.AnswerTool(var id, var result) -> seat.answered(id, result);
      case Command.InvokeTool invoke -> invoke(invoke);
      case Command.StartTimer(var id, var visit, var after) -> clock.start(id, visit, after);
      case Command.CancelTimer(var id) -> clock.cancel(id);
      case Command.Transfer ordered -> {
        transfer = Optional.of(ordered);
        waiting = WaitingCaller.of(ordered, now());
        write(
            new Line.TransferOrdered(
                now(), ordered.name(), ordered.to(), ordered.attach(), ordered.handover()));
      }
      case Command.StartRecording _,
          Command.PauseRecording _,
          Command.ResumeRecording _,
          Command.HangUp _ -> {}
    }
  }

  private void invoke(Command.InvokeTool command) {
    write(new Line.ToolCalled(now(), command.tool(), command.operation(), command.arguments()));
    var request =
        new ToolBench.Request(
            interpreter.program().tool(command.tool()).operation(),
            command.effect(),
            command.arguments(),
            command.key(),
            command.timeout());
    var reply = bench.ask(request);
    running.add(command.id());
    clock.plan(new Event.ToolReturned(now().plus(reply.latency()), command.id(), reply.result()));
  }

  Optional<Scene> scene() {
    return setup().map(present -> new Scene(present, state.variables().keySet(), now()));
  }

  /// The model speaks in its own words.
  void modelSpeaks(String words) {
    write(new Line.AgentSaid(now(), words));
    spoken = true;
  }

  void write(Line line) {
    lines.add(line);
  }
}
