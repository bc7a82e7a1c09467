package callflow.engine.interpret;

import callflow.engine.call.CallInfo;
import callflow.engine.call.CallState;
import callflow.engine.call.CallState.Counts;
import callflow.engine.call.CallState.Phase;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.CallState.Turn;
import callflow.engine.call.CallState.Visit;
import callflow.engine.call.Command;
import callflow.engine.call.EndReason;
import callflow.engine.call.Taken;
import callflow.engine.call.TimerId;
import callflow.expression.TypeScope;
import callflow.program.Program;
import callflow.program.StateDef;
import callflow.program.VoiceSettings;
import callflow.program.Wording;
import callflow.value.Effect;
import callflow.value.StateName;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.Value;
import callflow.value.VariableName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The step being written: a working copy of the call's state, the commands and the explanations so
/// far.
///
/// It lives for one step and never leaves this package; what leaves is the immutable [Step].
final class Draft {
  /// A move that has been decided and not yet made.
  record Go(StateName target, String why) {}

  /// Speech brings some 12 to 15 characters a second.
  private static final long CHARACTER_MILLIS = 80;

  final Program program;
  final TypeScope types;
  private final CallState before;
  private final List<Command> commands = new ArrayList<>();
  private final List<Taken> taken = new ArrayList<>();

  Phase phase;
  CallInfo info;
  Instant started;
  Instant now;
  String language;
  int visit;
  Optional<StateName> previous;
  List<StateName> trail;
  List<CallState.Detour> detours;
  Visit here;
  Turn turn;
  Counts counts;
  private long saying;
  String lastSaid;
  String untold;
  private final SequencedMap<Integer, Integer> spoken;
  final SequencedMap<StateName, Integer> visits;
  final SequencedMap<VariableName, Value> variables;
  final SequencedMap<ToolCallId, CallState.PendingTool> pendingTools;
  final SequencedMap<ToolName, CallState.Confirmed> confirmed;
  final SequencedMap<VariableName, Value> accepted;
  final SequencedMap<TimerId, Integer> timers;
  final SequencedMap<String, Duration> milestones;
  boolean recordingPaused;

  Optional<Go> go = Optional.empty();

  /// How the call is ending, while its last tools are called.
  Optional<EndReason> ending = Optional.empty();

  private boolean configure;

  Draft(Program program, TypeScope types, CallState before) {
    this.program = program;
    this.types = types;
    this.before = before;
    phase = before.phase();
    info = before.info();
    started = before.started();
    now = before.now();
    language = before.language();
    visit = before.visit();
    previous = before.previous();
    trail = before.trail();
    detours = before.detours();
    here = before.here();
    turn = before.turn();
    counts = before.counts();
    saying = before.saying();
    lastSaid = before.lastSaid();
    untold = before.untold();
    spoken = new LinkedHashMap<>(before.spoken());
    visits = new LinkedHashMap<>(before.visits());
    variables = new LinkedHashMap<>(before.variables());
    pendingTools = new LinkedHashMap<>(before.pendingTools());
    confirmed = new LinkedHashMap<>(before.confirmed());
    accepted = new LinkedHashMap<>(before.accepted());
    timers = new LinkedHashMap<>(before.timers());
    milestones = new LinkedHashMap<>(before.milestones());
    recordingPaused = before.recordingPaused();
  }

  /// The finished step; at most one session configuration, after everything that was said.
  Step finish() {
    if (configure && phase instanceof Phase.Active(var state, var stage)) {
      commands.add(new Command.ConfigureVoice(Setups.of(this, program.state(state), stage), visit));
    }
    return new Step(snapshot(), commands, taken);
  }

  private CallState snapshot() {
    return new CallState(
        before.call(),
        before.program(),
        phase,
        info,
        started,
        now,
        language,
        spoken,
        visit,
        visits,
        previous,
        trail,
        detours,
        variables,
        pendingTools,
        confirmed,
        accepted,
        timers,
        here,
        turn,
        counts,
        saying,
        lastSaid,
        untold,
        milestones,
        recordingPaused);
  }

  /// How the agent sounds now.
  VoiceSettings voice() {
    return program.voice().in(language);
  }

  /// How often this wording has been spoken, with this time.
  int timesSpoken(Wording wording) {
    return spoken.merge(wording.number(), 1, Integer::sum);
  }

  /// Counts a wording from the first time again.
  void forgetSpoken(Wording wording) {
    spoken.remove(wording.number());
  }

  String callId() {
    return before.call().value();
  }

  /// The state the call is in, if it is in one and not being transferred.
  Optional<StateDef> state() {
    return phase instanceof Phase.Active(var name, _)
        ? Optional.of(program.state(name))
        : Optional.empty();
  }

  void stage(Stage stage) {
    if (phase instanceof Phase.Active(var name, _)) phase = new Phase.Active(name, stage);
  }

  void order(Command command) {
    commands.add(command);
  }

  void note(Taken what) {
    taken.add(what);
  }

  void ignore(String what, String why) {
    note(new Taken.Ignored(what, why));
  }

  /// A new visit begins: nothing of the one before is remembered.
  void beginVisit(StateName state) {
    visits.merge(state, 1, Integer::sum);
    take(state, Visit.NEW);
  }

  /// The visit to this state goes on as it was; to the outside it is a new one.
  void take(StateName state, Visit remembered) {
    visit++;
    here = remembered;
    turn = Turn.NEW;
    configure = false;
    phase = new Phase.Active(state, new Stage.Preparing(0));
  }

  /// The session is to be set up anew; `note` lets the model open its turn once it is.
  void configure(Optional<String> modelsNote) {
    configure = true;
    here = here.configured(modelsNote);
  }

  void say(String text) {
    say(text, true);
  }

  void say(String text, boolean interruptible) {
    if (text.isBlank()) return;
    String bounded = bounded(text);
    order(new Command.Say(bounded, interruptible));
    note(new Taken.Said(bounded));
    spoke(bounded);
  }

  /// Something of ours is being heard. Should its end never be reported, a long clock runs out.
  void spoke(String text) {
    lastSaid = bounded(text);
    saying += text.length();
    Confirmation.drowned(this);
    start(TimerId.SILENCE, program.limits().idle().plus(timeToSay(lastSaid.length())));
  }

  /// Whether something we said may still be heard.
  boolean speaking() {
    return saying > 0;
  }

  /// Characters that have been or will be heard since the line was last quiet.
  long saying() {
    return saying;
  }

  /// The line is quiet from our side: all was heard, or the rest was dropped.
  void quiet() {
    saying = 0;
  }

  /// How long it takes to say that many characters, estimated.
  Duration timeToSay(long characters) {
    var atThisSpeed =
        BigDecimal.valueOf(CHARACTER_MILLIS * characters)
            .divide(program.voice().speed(), 0, RoundingMode.UP);
    return Duration.ofMillis(atThisSpeed.longValue());
  }

  /// Whether a tool of the present visit is at work.
  boolean awaitsTool() {
    return pendingTools.values().stream().anyMatch(tool -> tool.visit() == visit);
  }

  /// Whether a change of the present visit is at work.
  boolean awaitsChange() {
    return pendingTools.values().stream()
        .anyMatch(tool -> tool.visit() == visit && tool.effect() != Effect.READS);
  }

  /// Cuts off what is being said: the caller, or a rule of the flow, goes first.
  void hush() {
    order(new Command.StopSpeaking());
    quiet();
  }

  String bounded(String text) {
    int limit = program.limits().textLength();
    return text.length() <= limit ? text : text.substring(0, limit);
  }

  void start(TimerId id, Duration after) {
    timers.put(id, visit);
    order(new Command.StartTimer(id, visit, after));
  }

  void cancel(TimerId id) {
    if (timers.remove(id) != null) order(new Command.CancelTimer(id));
  }

  void keys(String keys) {
    here = here.withKeys(keys);
  }

  void rung(int rung) {
    here = here.withRung(rung);
  }

  /// What the model is to be told as soon as the session is ready.
  void noteForModel(String text) {
    here = here.withNote(Telling.joined(here.note().orElse(""), text));
  }

  void ready() {
    here = here.isReady();
  }

  /// One more turn that did not bring this value; returns how many there were in this visit.
  int attempt(VariableName variable) {
    var attempts = new LinkedHashMap<>(here.attempts());
    int count = attempts.merge(variable, 1, Integer::sum);
    here = here.withAttempts(attempts);
    return count;
  }

  void heard() {
    turn = turn.withHeard();
  }

  void progress() {
    turn = turn.withProgress();
  }

  int nextSerial() {
    counts = counts.plusSerial();
    return counts.serial();
  }

  boolean ended() {
    return phase instanceof Phase.Ended;
  }

  /// The call ends, and what the flow wants done then is begun. The state it ended in is left only
  /// after that, so that those tools can name it.
  void end(EndReason reason) {
    List.copyOf(timers.keySet()).forEach(this::cancel);
    pendingTools.values().removeIf(tool -> tool.effect() == Effect.READS);
    go = Optional.empty();
    ending = Optional.of(reason);
    Records.report(this);
    note(new Taken.Ended(reason));
    program.afterCall().forEach(tool -> ToolCalls.start(this, tool, new ToolCalls.AfterCall()));
    phase = new Phase.Ended(reason);
  }

  /// Ends the call from our side. What is done after the call does not wait for the line.
  void hangUp(EndReason reason) {
    end(reason);
    order(new Command.HangUp(reason));
  }
}
