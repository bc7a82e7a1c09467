package callflow.runtime.session;

import callflow.engine.call.CallId;
import callflow.engine.call.CallInfo;
import callflow.engine.call.CallState;
import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.Command;
import callflow.engine.call.Event;
import callflow.engine.interpret.Interpreter;
import callflow.runtime.telephony.CallLeg;
import callflow.runtime.voice.CallClock;
import callflow.runtime.voice.GrokSession;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/// One live call: what happens to it becomes events for the interpreter, what the interpreter
/// orders is carried out. Everything here runs on the call's own thread.
final class LiveCall {
  static final String APOLOGY = "I am sorry, something went wrong. Please call again later.";

  /// How long a transfer or a hang-up waits for speech beyond its estimated length.
  private static final Duration SPEECH_PATIENCE = Duration.ofSeconds(15);

  /// Speech is about as long as this for each character.
  private static final Duration CHARACTER = Duration.ofMillis(80);

  /// Nothing is heard, and nothing is about to happen: somebody would be left in silence.
  private static final Duration WATCHDOG = Duration.ofSeconds(15);

  private final Interpreter interpreter;
  private final CallId id;
  private final CallLeg leg;
  private final CallClock clock;
  private final CallTimers timers;
  private final RunningTools tools;
  private final CallWatcher watcher;
  private final GrokSession voice;
  private final Deque<Event> inbox = new ArrayDeque<>();
  private boolean stepping;
  private CallState state;
  private Optional<Command> leaving = Optional.empty();
  private long leaveBy;
  private boolean callerGone;
  private long lastSign;

  LiveCall(
      CallId id,
      Interpreter interpreter,
      CallLeg leg,
      CallClock clock,
      RunningTools tools,
      CallWatcher watcher,
      VoiceOf voice) {
    this.id = id;
    this.interpreter = interpreter;
    this.leg = leg;
    this.clock = clock;
    this.timers = new CallTimers(clock);
    this.tools = tools;
    this.watcher = watcher;
    this.state = interpreter.initial(id);
    this.voice = voice.of(this::happened, this::modelMaySpeak);
    this.lastSign = clock.nanos();
  }

  /// Makes the voice session of a call, which tells the call what happens.
  @FunctionalInterface
  interface VoiceOf {
    GrokSession of(Consumer<Event> happened, IntPredicate modelMaySpeak);
  }

  CallState state() {
    return state;
  }

  void begin(CallInfo info) {
    happened(new Event.CallStarted(clock.now(), info));
    rest();
  }

  void take(Mail mail) {
    lastSign = clock.nanos();
    switch (mail) {
      case Mail.Key(var key) -> {
        if (!voice.mustBeHeard()) happened(new Event.DigitPressed(clock.now(), key));
      }
      case Mail.MarkReached(var name) -> voice.markReached(name);
      case Mail.MediaLost _ -> voice.mediaLost();
      case Mail.MediaBack _ -> voice.mediaBack();
      case Mail.TransferCame(var outcome) ->
          happened(new Event.TransferEnded(clock.now(), state.visit(), outcome));
      case Mail.CallerGone _ -> callerGone();
      case Mail.ServerEnds _ -> endNow(APOLOGY);
      case Mail.CallerSound(var began) -> voice.callerSound(began);
      case Mail.FromVoice(var from) -> voice.take(from);
      case Mail.ToolAnswered(var tool, var result) -> {
        if (tools.answered(tool)) happened(new Event.ToolReturned(clock.now(), tool, result));
      }
    }
    rest();
  }

  /// Does what is due.
  void elapsed() {
    for (var timer = timers.takeElapsed(); timer.isPresent(); timer = timers.takeElapsed()) {
      happened(timer.get());
    }
    tools
        .takeOverdue()
        .forEach((tool, lost) -> happened(new Event.ToolReturned(clock.now(), tool, lost)));
    voice.elapsed();
    watch();
    rest();
  }

  /// The next moment at which [#elapsed] has something to do, on the clock's scale of nanoseconds.
  long nextDue() {
    long now = clock.nanos();
    var leave = leaving.isPresent() ? OptionalLong.of(leaveBy) : OptionalLong.empty();
    return Stream.of(timers.nextDue(), tools.nextDue(), voice.nextDue(), leave, watchDue())
        .flatMap(due -> due.stream().boxed())
        .min(Comparator.comparingLong(due -> due - now))
        .orElse(now + WATCHDOG.toNanos());
  }

  /// Nothing more can happen: changes and the tools called after the call have answered, or their
  /// time is up.
  boolean over() {
    return state.ended() && leaving.isEmpty() && tools.isEmpty();
  }

  /// We can't go on: the caller is told, nothing is left open, and what the flow does after a call
  /// is done.
  void endNow(String apology) {
    leg.hangUp(List.of(apology));
    timers.clear();
    tools.forgetReads();
    callerGone();
  }

  private void callerGone() {
    callerGone = true;
    leaving = Optional.empty();
    voice.close();
    happened(new Event.CallerHungUp(clock.now()));
  }

  // ---- Events in, commands out -----------------------------------------------------------------

  private void happened(Event event) {
    inbox.add(event);
    if (stepping) return;
    stepping = true;
    try {
      while (!inbox.isEmpty()) step(inbox.remove());
    } finally {
      stepping = false;
    }
  }

  private void step(Event event) {
    var step = interpreter.step(state, event);
    boolean endsHere = step.state().ended() && !state.ended();
    state = step.state();
    watcher.stepped(id, event, step);
    // Before the flow's last tools are started: what they look up is still wanted.
    if (endsHere) tools.forgetReads();
    step.commands().stream()
        .sorted(Comparator.comparingInt(LiveCall::rank))
        .forEach(this::carryOut);
  }

  /// On the wire the session is set up before anything is said in it, so that the barrier is short
  /// and whoever interrupts is answered by the right state.
  private static int rank(Command command) {
    return switch (command) {
      case Command.StopSpeaking _ -> 0;
      case Command.AnswerTool _ -> 1;
      case Command.ConfigureVoice _ -> 2;
      case Command _ -> 3;
    };
  }

  private void carryOut(Command command) {
    switch (command) {
      case Command.ConfigureVoice(var setup, var visit) -> voice.configure(setup, visit);
      case Command.LetModelSpeak(_, var note) -> voice.letModelSpeak(note);
      case Command.Say(var text, var interruptible) -> voice.say(text, interruptible);
      case Command.StopSpeaking _ -> voice.stopSpeaking();
      case Command.AnswerTool(var tool, var result) -> voice.answer(tool, result);
      case Command.InvokeTool invoke -> tools.start(invoke);
      case Command.StartTimer timer -> timers.start(timer);
      case Command.CancelTimer(var timer) -> timers.cancel(timer);
      // Nothing is recorded here; who watches the call is told.
      case Command.StartRecording _, Command.PauseRecording _, Command.ResumeRecording _ -> {}
      case Command.Transfer _, Command.HangUp _ -> leaveWhenHeard(command);
    }
  }

  private void leaveWhenHeard(Command command) {
    leaving = Optional.of(command);
    int unspoken = voice.unsaid().stream().mapToInt(String::length).sum();
    leaveBy =
        clock.in(SPEECH_PATIENCE.plus(voice.soundLeft()).plus(CHARACTER.multipliedBy(unspoken)));
  }

  /// After everything that was to be done: the call is left, if it is time.
  private void rest() {
    voice.rest();
    if (leaving.isEmpty() || callerGone) return;
    if (!voice.quiet() && !voice.speechless() && !clock.isOver(leaveBy)) return;
    var command = leaving.get();
    leaving = Optional.empty();
    var unsaid = voice.unsaid();
    switch (command) {
      case Command.Transfer(_, var to, var mode, var ring, _, _, var handover) -> {
        voice.park();
        leg.transfer(new CallLeg.TransferOrder(to, mode, ring, unsaid, handover.callerId()));
      }
      case Command.HangUp _ -> {
        voice.close();
        leg.hangUp(unsaid);
      }
      case Command _ -> throw new IllegalStateException("not a way to leave: " + command);
    }
  }

  private OptionalLong watchDue() {
    boolean nothingAhead =
        state.phase() instanceof Phase.Active
            && !timers.watch()
            && tools.isEmpty()
            && !voice.mediaAway();
    if (!nothingAhead) return OptionalLong.empty();
    long heardUntil = clock.in(voice.soundLeft());
    long silence = lastSign + WATCHDOG.toNanos();
    return OptionalLong.of(silence - heardUntil > 0 ? silence : heardUntil);
  }

  private boolean modelMaySpeak(int visit) {
    return visit == state.visit() && state.phase() instanceof Phase.Active(_, Stage.Conversing _);
  }

  /// Nobody is left in silence: if nothing is heard and nothing will wake the call up, the session
  /// counts as lost.
  private void watch() {
    if (watchDue().stream().noneMatch(clock::isOver)) return;
    lastSign = clock.nanos();
    happened(new Event.VoiceLost(clock.now(), "nothing was heard for too long"));
  }
}
