package callflow.runtime.voice;

import callflow.engine.call.Event;
import callflow.engine.call.VoiceSetup;
import callflow.runtime.audio.AudioBridge;
import callflow.runtime.audio.AudioBridge.Admission;
import callflow.runtime.telephony.CallLeg;
import callflow.runtime.voice.Deadlines.Wait;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.voice.Brief;
import callflow.voice.Briefing;
import callflow.voice.SessionSettings;
import callflow.voice.ToolOutput;
import callflow.voice.VoiceCapabilities;
import callflow.voice.VoiceDialect;
import callflow.voice.VoiceRequest;
import callflow.voice.VoiceSignal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/// The voice session of one call: one reply at a time, a barrier at every change of state, and the
/// whole set-up anew after a lost connection.
///
/// All methods are called on the call's own thread. What follows from the interpreter's orders is
/// done in [#goOn], in one fixed order: connect, set up, hand over tool results, speak.
public final class GrokSession {
  /// Tries to reach the service before the session counts as lost.
  private static final int MOST_TRIES = 3;

  /// Tool results that may wait for their reply to end.
  private static final int MOST_OUTPUTS = 200;

  /// The call a session serves.
  ///
  /// @param happened takes what happened, on the call's thread
  /// @param modelMaySpeak whether the conversation of this visit is the model's to go on with
  /// @param connecting connects in the background
  public record Host(Consumer<Event> happened, IntPredicate modelMaySpeak, Connecting connecting) {}

  /// What the present visit wants of the session.
  private record Target(Brief brief, Admission admission, int visit) {
    static final Target NONE = new Target(new Brief("", List.of()), Admission.OURS, 0);
  }

  private record Output(ToolCallId id, String json, Optional<Reply> reply) {}

  private final VoiceDialect dialect;
  private final VoiceCapabilities can;
  private final SessionSettings settings;
  private final URI service;
  private final CallLeg leg;
  private final AudioBridge bridge;
  private final CallClock clock;
  private final Consumer<VoiceMail> mailbox;
  private final Host host;
  private final Deadlines deadlines;
  private final Speech speech = new Speech();
  private final Hearing hearing = new Hearing();

  private int connection;
  private Optional<VoiceService.Socket> socket = Optional.empty();
  private Optional<Reading> reading = Optional.empty();
  private Optional<String> conversation = Optional.empty();
  private boolean connecting;
  private boolean greeted;
  private boolean opened;
  private boolean hopeless;
  private boolean closed;
  private int tries;

  private Target target = Target.NONE;
  private Optional<Brief> inForce = Optional.empty();
  private boolean changing;
  private Optional<Reply> active = Optional.empty();
  private final List<Reply> owing = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();
  private Optional<Reply> postponed = Optional.empty();
  private boolean followUp;
  private boolean owed;
  private int marks;
  private Optional<String> mark = Optional.empty();

  public GrokSession(
      VoiceDialect dialect,
      URI service,
      SessionSettings settings,
      CallLeg leg,
      AudioBridge bridge,
      CallClock clock,
      Consumer<VoiceMail> mailbox,
      Host host) {
    this.dialect = dialect;
    this.can = dialect.capabilities();
    this.service = service;
    this.settings = settings;
    this.leg = leg;
    this.bridge = bridge;
    this.clock = clock;
    this.mailbox = mailbox;
    this.host = host;
    this.deadlines = new Deadlines(clock);
  }

  // ---- Orders of the call ----------------------------------------------------------------------

  /// Sets the session up as a state wants it; answered by `VoiceReady` of that visit.
  public void configure(VoiceSetup setup, int visit) {
    var admission = setup.mode() == VoiceSetup.Mode.CONVERSATION ? Admission.ALL : Admission.OURS;
    target = new Target(Briefing.of(setup), admission, visit);
    changing = true;
    hopeless = false;
    followUp = false;
    speech.forgetFree();
    bridge.admit(Admission.OURS);
    bridge.hold();
    goOn();
  }

  public void say(String text) {
    speech.say(text);
    owed = true;
    goOn();
  }

  public void letModelSpeak(String note) {
    speech.letSpeak(note);
    goOn();
  }

  /// Cuts off what is being said and drops what is queued.
  public void stopSpeaking() {
    cutOff();
    goOn();
  }

  /// What a request of the model came to.
  public void answer(ToolCallId id, ToolResult result) {
    var asking = owing.stream().filter(reply -> reply.answered(id)).findFirst();
    if (outputs.size() < MOST_OUTPUTS) {
      outputs.add(new Output(id, ToolOutput.json(result), asking));
    }
    asking
        .filter(Reply::isAnswered)
        .ifPresent(reply -> {
          owing.remove(reply);
          followUp = followUp || (asksForFlowTools(reply) && reply.visit() == target.visit());
        });
    goOn();
  }

  /// The carrier has played everything up to this mark.
  public void markReached(String name) {
    if (mark.filter(name::equals).isEmpty()) return;
    if (active.isEmpty()) bridge.heardOut();
    markOver();
    goOn();
  }

  /// The caller's media was away: nothing of ours is queued there.
  public void mediaLost() {
    bridge.cutOff();
    markOver();
    goOn();
  }

  /// Whether all that was to be said has been heard.
  public boolean quiet() {
    return speech.isEmpty() && active.isEmpty() && mark.isEmpty();
  }

  /// Whether nothing can be spoken, because the service can't be reached.
  public boolean speechless() {
    return hopeless && socket.isEmpty();
  }

  /// How much longer what is being said will be heard.
  public Duration soundLeft() {
    return bridge.left();
  }

  /// The flow's sentences that could not be spoken.
  public List<String> unsaid() {
    return speech.unsaid();
  }

  /// Ends the session; a later order takes the conversation up again where the service can.
  public void park() {
    forgetConnection();
    speech.forgetAll();
    bridge.shut();
    owed = false;
    changing = false;
  }

  public void close() {
    park();
    closed = true;
  }

  /// When [#elapsed] has something to do next, on the clock's scale of nanoseconds.
  public OptionalLong nextDue() {
    return deadlines.next();
  }

  // ---- What the connection brings --------------------------------------------------------------

  public void take(VoiceMail mail) {
    if (closed || mail.connection() != connection) {
      if (mail instanceof VoiceMail.Up(_, var late)) late.close();
      return;
    }
    switch (mail) {
      case VoiceMail.Up(_, var up) -> {
        connecting = false;
        socket = Optional.of(up);
        if (!can.replyBoundaries()) greeted = true;
      }
      case VoiceMail.Failed(_, var reason, var certain) -> unreachable(reason, certain);
      case VoiceMail.Down(_, var reason) -> lost(reason);
      case VoiceMail.Heard(_, var signal, var begun) -> heard(signal, begun);
    }
    goOn();
  }

  /// The caller is heard to begin or to stop by ourselves, because the dialect doesn't tell.
  public void callerSound(boolean began) {
    if (can.speechEvents()) return;
    if (began) {
      callerStarted();
    } else {
      hearing.stopped();
      if (!changing) send(new VoiceRequest.EndCallerTurn());
      hearing.committed("");
      replyWithoutEndOver();
    }
    goOn();
  }

  private void heard(VoiceSignal signal, Optional<AudioBridge.Begun> begun) {
    if (active.isPresent()) deadlines.start(Wait.PROGRESS);
    switch (signal) {
      case VoiceSignal.Greeted(var id) -> {
        greeted = true;
        if (id.isPresent()) conversation = id;
      }
      case VoiceSignal.Configured(var output) -> {
        output.filter(format -> !format.equals(bridge.agreed())).ifPresent(bridge::serviceSends);
        configured();
      }
      case VoiceSignal.CallerStarted _ -> callerStarted();
      case VoiceSignal.CallerStopped _ -> hearing.stopped();
      case VoiceSignal.CallerCommitted(var item) -> hearing.committed(item);
      case VoiceSignal.CallerWords(var item, var words, var complete) -> {
        if (complete) callerSaid(item, words);
      }
      case VoiceSignal.SomebodysWords(var words) -> somebodySaid(words);
      case VoiceSignal.ReplyStarted(var id) -> begun.ifPresent(how -> replyStarted(id, how));
      case VoiceSignal.AgentWords(var reply, _, var words) -> agentSaid(reply, words);
      case VoiceSignal.ToolAsked asked -> toolAsked(asked);
      case VoiceSignal.ReplyEnded(var id, var complete) ->
          active.filter(reply -> reply.id().equals(id)).ifPresent(reply -> ended(reply, complete));
      case VoiceSignal.Complaint complaint -> complained(complaint);
      case VoiceSignal.ReplyAudio _, VoiceSignal.Idle _, VoiceSignal.Unknown _ -> {}
    }
  }

  // ---- The one order in which things are done --------------------------------------------------

  private void goOn() {
    if (closed) return;
    if (socket.isEmpty()) {
      connectIfNeeded();
    } else if (greeted) {
      if (!opened || changing) change();
      if (settled()) handOver();
      if (settled() && !replying()) speak();
    }
    if (owed && quiet() && !changing) {
      owed = false;
      happened(new Event.PlaybackEnded(clock.now()));
    }
  }

  /// Whether the session works as the present visit wants.
  private boolean settled() {
    return opened && !changing && !deadlines.runs(Wait.CONFIGURED);
  }

  private boolean replying() {
    return active.isPresent() || bridge.expects() || deadlines.runs(Wait.BUSY);
  }

  private void connectIfNeeded() {
    boolean wanted = changing || speech.waits();
    if (!wanted || connecting || hopeless || deadlines.runs(Wait.RETRY)) return;
    connecting = true;
    connection++;
    bridge.hold();
    var listener = new Reading(connection, dialect, bridge, clock::nanos, mailbox);
    reading = Optional.of(listener);
    host.connecting()
        .connect(connection, dialect.endpoint(service, settings.model(), conversation), listener);
  }

  /// The barrier: the model's reply of the old state is broken off, then the session is set up.
  private void change() {
    if (deadlines.runs(Wait.CONFIGURED)) return;
    if (active.filter(reply -> !reply.isOurWords()).isPresent()) {
      active.ifPresent(this::breakOff);
      if (active.isPresent()) return;
    }
    var brief = target.brief();
    if (opened && inForce.filter(brief::equals).isPresent()) {
      configured();
      return;
    }
    handOver();
    send(
        opened ? new VoiceRequest.Change(settings, brief) : new VoiceRequest.Open(settings, brief));
    opened = true;
    inForce = Optional.of(brief);
    deadlines.start(Wait.CONFIGURED);
  }

  /// The service works as asked, or has not said so in time.
  private void configured() {
    deadlines.over(Wait.CONFIGURED);
    if (!opened || inForce.filter(target.brief()::equals).isEmpty()) return;
    bridge.admit(target.admission());
    socket.ifPresent(open -> bridge.release(sound -> sendSound(open, sound)));
    tries = 0;
    if (!changing) return;
    changing = false;
    happened(new Event.VoiceReady(clock.now(), target.visit()));
  }

  private void sendSound(VoiceService.Socket open, ByteBuffer sound) {
    open.send(dialect.audio().head(), sound, dialect.audio().tail());
  }

  /// Results go out when the reply that asked for them has ended, never earlier.
  private void handOver() {
    for (var output : List.copyOf(outputs)) {
      boolean asking =
          active.filter(reply -> output.reply().filter(r -> r == reply).isPresent()).isPresent();
      if (asking && can.replyBoundaries()) continue;
      outputs.remove(output);
      send(new VoiceRequest.AnswerTool(output.id(), output.json()));
    }
  }

  private void speak() {
    if (!speech.waits()
        && followUp
        && outputs.isEmpty()
        && host.modelMaySpeak().test(target.visit())) {
      if (can.replyBoundaries()) speech.letSpeak("");
    }
    followUp = followUp && !outputs.isEmpty();
    speech.next().ifPresent(this::ask);
  }

  private void ask(Wish wish) {
    replyWithoutEndOver();
    bridge.expect(wish.reply());
    deadlines.start(Wait.REPLY);
    send(
        switch (wish) {
          case Wish.Exactly(var text, _) -> new VoiceRequest.SpeakExactly(text);
          case Wish.Freely(var note, _) -> new VoiceRequest.SpeakFreely(note);
        });
  }

  // ---- Replies ---------------------------------------------------------------------------------

  private void replyStarted(String id, AudioBridge.Begun how) {
    active.ifPresent(old -> ended(old, false));
    var wish = how.ours().flatMap(speech::begun);
    var reply = new Reply(id, wish, how.heard(), target.visit());
    active = Optional.of(reply);
    if (!reply.isOurWords()) followUp = false;
    if (!bridge.expects()) deadlines.over(Wait.REPLY);
    deadlines.start(Wait.PROGRESS);
    if (!can.replyBoundaries()) deadlines.start(Wait.QUIET);
    if (how.ours().isPresent() && !how.heard()) breakOff(reply);
  }

  private void breakOff(Reply reply) {
    if (reply.isStopped()) return;
    reply.stop();
    bridge.mute();
    send(
        new VoiceRequest.StopReply(
            can.replyBoundaries() ? Optional.of(reply.id()) : Optional.empty()));
    // Without ids what still comes of it can't be told from another reply: all is dropped until one
    // is due.
    if (can.replyBoundaries()) deadlines.start(Wait.STOPPED);
    else ended(reply, false);
  }

  /// Where replies have no announced end: whatever sounds next is another one.
  private void replyWithoutEndOver() {
    if (can.replyBoundaries()) return;
    deadlines.over(Wait.QUIET);
    reading.ifPresent(Reading::replyOver);
    active.ifPresent(reply -> ended(reply, !reply.isStopped()));
  }

  private void ended(Reply reply, boolean complete) {
    if (!can.replyBoundaries()) agentSaid(reply.id(), reply.words());
    active = Optional.empty();
    deadlines.over(Wait.PROGRESS);
    deadlines.over(Wait.STOPPED);
    deadlines.over(Wait.QUIET);
    if (reply.isHeard() && bridge.sounding()) markEnd();
    if (reply.isStopped()) return;
    boolean unheard = reply.isHeard() && !complete && !bridge.sounding();
    if (reply.isOurWords()) {
      if (unheard) reply.wish().ifPresent(speech::again);
    } else if (complete) {
      turnOver(reply);
    }
  }

  private void markEnd() {
    mark = Optional.of("end-" + ++marks);
    owed = true;
    mark.ifPresent(leg::mark);
    deadlines.start(Wait.MARK, bridge.left());
  }

  private void markOver() {
    mark = Optional.empty();
    deadlines.over(Wait.MARK);
  }

  /// A reply is complete; if the words it answers are still on their way, they come first.
  private void turnOver(Reply reply) {
    if (reply.wish().isEmpty() && hearing.awaitsWords()) {
      postponed = Optional.of(reply);
      deadlines.start(Wait.WORDS);
    } else {
      bringRequests(reply);
    }
  }

  private void wordsAreThere() {
    deadlines.over(Wait.WORDS);
    hearing.forgetAwaited();
    var reply = postponed;
    postponed = Optional.empty();
    reply.ifPresent(this::bringRequests);
  }

  private void bringRequests(Reply reply) {
    if (!reply.calls().isEmpty()) owing.add(reply);
    reply.calls().forEach(this::bring);
    boolean flowTools = asksForFlowTools(reply);
    if (!flowTools || !reply.isAnswered()) happened(new Event.TurnEnded(clock.now()));
    if (!flowTools && !reply.calls().isEmpty()) {
      followUp = !changing && !speech.waits() && reply.visit() == target.visit();
    }
  }

  private void bring(VoiceSignal.ToolAsked asked) {
    if (asked.arguments().isPresent()) {
      happened(
          new Event.ToolRequested(clock.now(), asked.id(), asked.tool(), asked.arguments().get()));
    } else {
      answer(
          asked.id(),
          new ToolResult.Refused("bad_arguments", "The arguments are not a JSON object."));
    }
  }

  private static boolean asksForFlowTools(Reply reply) {
    return reply.calls().stream().map(VoiceSignal.ToolAsked::tool).anyMatch(GrokSession::isFlows);
  }

  private static boolean isFlows(ToolName tool) {
    return !tool.equals(VoiceSetup.RECORD) && !tool.equals(VoiceSetup.CHOOSE);
  }

  private void toolAsked(VoiceSignal.ToolAsked asked) {
    if (can.replyBoundaries()) {
      active
          .filter(reply -> asked.reply().isEmpty() || reply.id().equals(asked.reply()))
          .ifPresent(reply -> reply.asks(asked));
      return;
    }
    if (changing) return;
    var alone = new Reply("", Optional.empty(), true, target.visit());
    alone.asks(asked);
    turnOver(alone);
  }

  private void agentSaid(String id, String words) {
    active.filter(reply -> reply.id().equals(id)).ifPresent(Reply::wordsAreWhole);
    if (words.isBlank()) return;
    active
        .filter(reply -> reply.id().equals(id) || !can.replyBoundaries())
        .filter(reply -> reply.isHeard() && !reply.isStopped() && !reply.isOurWords())
        .ifPresent(_ -> {
          owed = true;
          happened(new Event.AgentSaid(clock.now(), words));
        });
  }

  // ---- The caller ------------------------------------------------------------------------------

  private void callerStarted() {
    if (!hearing.started()) return;
    deadlines.start(Wait.GAP);
    if (bridge.sounding()) {
      var heard = cutOff();
      happened(new Event.CallerInterrupted(clock.now(), heard));
    } else {
      happened(new Event.CallerSpoke(clock.now()));
    }
  }

  /// @return how long we had been heard
  private Duration cutOff() {
    var cut = bridge.cutOff();
    active.ifPresent(this::breakOff);
    speech.forgetAll();
    markOver();
    owed = false;
    cut.flatMap(AudioBridge.Cut::item)
        .filter(_ -> can.truncate())
        .ifPresent(item -> send(new VoiceRequest.Truncate(item, cut.get().ofItem())));
    return cut.map(AudioBridge.Cut::heard).orElse(Duration.ZERO);
  }

  private void callerSaid(String item, String words) {
    if (hearing.isNew(item, words)) happened(new Event.CallerSaid(clock.now(), words));
    wordsAreThere();
  }

  /// Words without a speaker: a guess, and never trusted for a yes.
  private void somebodySaid(String words) {
    if (hearing.mayBeCallers() && active.isEmpty()) {
      if (target.admission() == Admission.ALL && hearing.isNew("", words)) {
        happened(new Event.CallerSaid(clock.now(), words));
      }
      wordsAreThere();
    } else {
      active.ifPresent(reply -> reply.says(words));
    }
  }

  // ---- Trouble ---------------------------------------------------------------------------------

  /// Does what is due.
  public void elapsed() {
    for (var wait = deadlines.takeElapsed(); wait.isPresent(); wait = deadlines.takeElapsed()) {
      elapsed(wait.get());
    }
    goOn();
  }

  private void elapsed(Wait wait) {
    switch (wait) {
      case CONFIGURED -> configured();
      case STOPPED -> active.ifPresent(reply -> ended(reply, false));
      case REPLY -> lost("the service did not answer");
      case PROGRESS -> stalled();
      case QUIET -> quietFor();
      case GAP -> gapInTurn();
      case WORDS -> wordsAreThere();
      case MARK -> markOver();
      case BUSY, RETRY -> {}
    }
  }

  private void stalled() {
    long since = clock.nanos() - reading.map(Reading::lastSound).orElse(0L);
    if (since < Duration.ofSeconds(5).toNanos()) {
      deadlines.start(Wait.PROGRESS);
    } else if (active.filter(Reply::lacksOnlyItsEnd).isPresent()) {
      active.ifPresent(reply -> ended(reply, true));
    } else {
      lost("the service stopped in the middle of a reply");
    }
  }

  private void gapInTurn() {
    if (!hearing.isSpeaking()) return;
    bridge.padAfter(Deadlines.patience(Wait.GAP));
    deadlines.start(Wait.GAP);
  }

  private void quietFor() {
    long since = clock.nanos() - reading.map(Reading::lastSound).orElse(0L);
    var left = Duration.ofMillis(600).minusNanos(since);
    if (left.isPositive()) deadlines.start(Wait.QUIET, left.minusMillis(600));
    else replyWithoutEndOver();
  }

  private void complained(VoiceSignal.Complaint complaint) {
    switch (complaint.kind()) {
      case BUSY -> {
        bridge.withdraw();
        speech.refused();
        deadlines.start(Wait.BUSY);
      }
      case REFUSED -> {
        if (!deadlines.runs(Wait.CONFIGURED)) return;
        deadlines.over(Wait.CONFIGURED);
        inForce = Optional.empty();
        changing = false;
        voiceLost("the service refused the set-up: " + complaint.message());
      }
      case NOISE, ENDING, OTHER -> {}
    }
  }

  private void unreachable(String reason, boolean certain) {
    connecting = false;
    if (!certain && ++tries < MOST_TRIES) {
      deadlines.start(Wait.RETRY);
      return;
    }
    tries = 0;
    lost(reason);
  }

  private void lost(String reason) {
    boolean neverUp = socket.isEmpty();
    forgetConnection();
    speech.connectionLost();
    active.filter(Reply::isOurWords).flatMap(Reply::wish).ifPresent(speech::again);
    active = Optional.empty();
    bridge.shut();
    bridge.hold();
    changing = false;
    hopeless = neverUp;
    voiceLost(reason);
  }

  private void voiceLost(String reason) {
    owed = false;
    happened(new Event.VoiceLost(clock.now(), reason));
  }

  private void forgetConnection() {
    socket.ifPresent(VoiceService.Socket::close);
    socket = Optional.empty();
    reading = Optional.empty();
    connection++;
    connecting = false;
    greeted = false;
    opened = false;
    inForce = Optional.empty();
    owing.clear();
    outputs.clear();
    postponed = Optional.empty();
    followUp = false;
    markOver();
    deadlines.clear();
    hearing.forgetAll();
  }

  private void send(VoiceRequest request) {
    socket.ifPresent(open -> dialect.encode(request).forEach(open::send));
  }

  private void happened(Event event) {
    host.happened().accept(event);
  }
}
