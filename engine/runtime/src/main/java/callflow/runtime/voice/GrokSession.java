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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

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

  /// Replies that may wait for the words they answer.
  private static final int MOST_POSTPONED = 64;

  /// Replies whose end the caller has not heard yet.
  private static final int MOST_PLAYING = 64;

  /// Characters of what somebody said that are kept.
  private static final int MOST_CHARACTERS = 4_000;

  private static final ToolResult MOVED_ON =
      new ToolResult.Refused("moved_on", "The conversation has moved on.");

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

  private final VoiceCapabilities can;
  private SessionSettings settings;
  private String spokenLanguage = "";
  private final Link link;
  private final CallLeg leg;
  private final AudioBridge bridge;
  private final CallClock clock;
  private final Host host;
  private final Deadlines deadlines;
  private final Speech speech = new Speech();
  private final Hearing hearing = new Hearing();

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
  private final List<Reply> postponed = new ArrayList<>();
  private final Seen seen = new Seen();
  private boolean followUp;
  private boolean owed;
  private boolean turnToEnd;

  /// The reply to the caller's last turn, if that is what the present one is.
  private Optional<Reply> answering = Optional.empty();

  private boolean mediaAway;
  private boolean modelCutShort;
  private final SequencedMap<String, Reply> playing = new LinkedHashMap<>();
  private int marks;
  private Optional<String> mark = Optional.empty();

  /// Whether the caller is kept back until something has been heard.
  private boolean keptBack;

  public GrokSession(
      VoiceDialect dialect,
      URI service,
      SessionSettings settings,
      CallLeg leg,
      AudioBridge bridge,
      CallClock clock,
      Consumer<VoiceMail> mailbox,
      Host host) {
    this.can = dialect.capabilities();
    this.settings = settings;
    this.link =
        new Link(dialect, service, settings.model(), bridge, clock, mailbox, host.connecting());
    this.leg = leg;
    this.bridge = bridge;
    this.clock = clock;
    this.host = host;
    this.deadlines = new Deadlines(clock);
  }

  // ---- Orders of the call ----------------------------------------------------------------------

  /// Sets the session up as a state wants it; answered by `VoiceReady` of that visit.
  public void configure(VoiceSetup setup, int visit) {
    deadlines.over(Wait.ANSWER);
    var admission = setup.mode() == VoiceSetup.Mode.CONVERSATION ? Admission.ALL : Admission.OURS;
    boolean givenUp = hopeless && visit == target.visit();
    followUp = followUp && visit == target.visit();
    settings = settings.with(setup.voice());
    target = new Target(Briefing.of(setup), admission, visit);
    if (givenUp) {
      voiceLost("the service can't be reached");
      return;
    }
    changing = true;
    hopeless = false;
    speech.forgetFree();
    bridge.admit(Admission.OURS);
    bridge.hold();
    goOn();
  }

  /// Says this word for word, after what is to be said already.
  ///
  /// @param interruptible otherwise the caller is kept back until it has been heard
  public void say(String text, boolean interruptible) {
    deadlines.over(Wait.ANSWER);
    speech.say(text, interruptible);
    if (!interruptible) {
      keptBack = true;
      bridge.hold();
    }
    owed = true;
    goOn();
  }

  public void letModelSpeak(String note) {
    deadlines.over(Wait.ANSWER);
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
    while (playing.containsKey(name)) playing.pollFirstEntry();
    if (mark.filter(name::equals).isPresent()) {
      if (active.isEmpty()) bridge.heardOut();
      markOver();
    }
    goOn();
  }

  /// The caller's media is away: nothing of ours is queued there, and nothing is said until it is
  /// back. What the flow was saying is said again then, and the model goes on.
  public void mediaLost() {
    mediaAway = true;
    var cut = bridge.cutOff();
    var unheard = List.copyOf(playing.values());
    markOver();
    active
        .filter(reply -> reply.isOurWords() && !reply.isStopped())
        .ifPresent(reply -> {
          reply.wish().ifPresent(speech::again);
          breakOff(reply);
        });
    modelCutShort =
        cut.isPresent()
            && Stream.concat(active.stream(), unheard.stream()).anyMatch(r -> !r.isOurWords());
    unheard.reversed().stream()
        .filter(Reply::isOurWords)
        .forEach(reply -> reply.wish().ifPresent(speech::again));
    cut.ifPresent(this::tellHeard);
    goOn();
  }

  public boolean mediaAway() {
    return mediaAway;
  }

  public void mediaBack() {
    mediaAway = false;
    if (modelCutShort && host.modelMaySpeak().test(target.visit())) speech.letSpeak("");
    modelCutShort = false;
    goOn();
  }

  /// Says that all has been heard, if that is news; when nothing more follows from what happened.
  public void rest() {
    if (closed || !owed || changing || !quiet()) return;
    owed = false;
    happened(new Event.PlaybackEnded(clock.now()));
  }

  /// Whether all that was to be said has been heard.
  public boolean quiet() {
    return speech.isEmpty() && active.isEmpty() && mark.isEmpty();
  }

  /// Whether something is being said, or is about to be, that the caller can't interrupt.
  public boolean mustBeHeard() {
    return speech.mustBeHeard()
        || active.filter(Reply::mustBeHeard).isPresent()
        || playing.values().stream().anyMatch(Reply::mustBeHeard);
  }

  /// Whether nothing can be spoken, because the service can't be reached.
  public boolean speechless() {
    return hopeless && !link.isUp() && mark.isEmpty();
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
    speech.clear();
    outputs.clear();
    owing.clear();
    active = Optional.empty();
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
    if (closed || !link.brought(mail)) return;
    switch (mail) {
      case VoiceMail.Up(_, var up) -> {
        link.up(up);
        if (can.replyBoundaries()) deadlines.start(Wait.GREETED);
        else greeted = true;
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
    if (mustBeHeard()) {
      turnToEnd = turnToEnd || !began;
      return;
    }
    if (began) {
      callerStarted("");
    } else {
      hearing.stopped();
      turnToEnd = changing;
      if (!changing) send(new VoiceRequest.EndCallerTurn());
      bridge.forgetOvertaken();
      callerCommitted("");
      replyWithoutEndOver();
    }
    goOn();
  }

  private void heard(VoiceSignal signal, Optional<AudioBridge.Begun> begun) {
    if (active.isPresent()) deadlines.start(Wait.PROGRESS);
    switch (signal) {
      case VoiceSignal.Greeted(var id) -> {
        greeted = true;
        deadlines.over(Wait.GREETED);
        id.ifPresent(link::knownAs);
      }
      case VoiceSignal.Configured(var output) -> {
        output.ifPresent(bridge::serviceSends);
        configured();
      }
      case VoiceSignal.CallerStarted(var item) -> callerStarted(item);
      case VoiceSignal.CallerStopped _ -> hearing.stopped();
      case VoiceSignal.CallerCommitted(var item) -> callerCommitted(item);
      case VoiceSignal.CallerWords(var item, var words, var complete) -> {
        if (complete) callerSaid(item, cut(words));
      }
      case VoiceSignal.SomebodysWords(var words) -> somebodySaid(cut(words));
      case VoiceSignal.ReplyStarted(var id) -> begun.ifPresent(how -> replyStarted(id, how));
      case VoiceSignal.AgentWords(var reply, _, var words) -> agentSaid(reply, cut(words));
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
    if (!link.isUp()) {
      connectIfNeeded();
    } else if (greeted) {
      if (!opened || changing) change();
      if (settled()) handOver();
      if (settled() && !replying() && !mediaAway) speak();
      if (keptBack && settled()) carryCaller();
    }
  }

  /// Whether the session works as the present visit wants.
  private boolean settled() {
    return opened && !changing && !deadlines.runs(Wait.CONFIGURED);
  }

  private boolean replying() {
    return active.isPresent()
        || bridge.expects()
        || deadlines.runs(Wait.BUSY)
        || deadlines.runs(Wait.OWN);
  }

  private void connectIfNeeded() {
    boolean wanted = changing || speech.waits();
    if (wanted && !hopeless && !deadlines.runs(Wait.RETRY)) link.open();
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
    send(setUp(brief));
    spokenLanguage = settings.voice().language();
    opened = true;
    inForce = Optional.of(brief);
    deadlines.start(Wait.CONFIGURED);
  }

  private VoiceRequest setUp(Brief brief) {
    if (!opened) return new VoiceRequest.Open(settings, brief);
    return spokenLanguage.equals(settings.voice().language())
        ? new VoiceRequest.Change(settings, brief)
        : new VoiceRequest.ChangeLanguage(settings, brief);
  }

  /// The service works as asked, or has not said so in time.
  private void configured() {
    deadlines.over(Wait.CONFIGURED);
    if (!opened || inForce.filter(target.brief()::equals).isEmpty()) return;
    bridge.admit(target.admission());
    carryCaller();
    if (!changing) return;
    changing = false;
    happened(new Event.VoiceReady(clock.now(), target.visit()));
  }

  /// The service hears the caller from now on, unless there is something to be heard first.
  private void carryCaller() {
    if (mustBeHeard()) return;
    keptBack = false;
    link.carryCaller();
    if (turnToEnd) send(new VoiceRequest.EndCallerTurn());
    turnToEnd = false;
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
    if (!speech.waits() && followUp) {
      if (can.replyBoundaries() && host.modelMaySpeak().test(target.visit())) speech.letSpeak("");
      followUp = false;
    }
    speech.next().ifPresent(this::ask);
  }

  private void ask(Wish wish) {
    replyWithoutEndOver();
    bridge.expect(wish.reply());
    if (!deadlines.runs(Wait.REPLY)) deadlines.start(Wait.REPLY);
    send(
        switch (wish) {
          case Wish.Exactly(var text, var interruptible, _, _) ->
              new VoiceRequest.SpeakExactly(text, interruptible);
          case Wish.Freely(var note, _, _) -> new VoiceRequest.SpeakFreely(note);
        });
  }

  // ---- Replies ---------------------------------------------------------------------------------

  private void replyStarted(String id, AudioBridge.Begun how) {
    active.ifPresent(old -> ended(old, false));
    deadlines.over(Wait.OWN);
    tries = 0;
    var wish = how.ours().flatMap(speech::begun);
    var reply = new Reply(id, wish, how.heard(), target.visit());
    active = Optional.of(reply);
    answering = active.filter(_ -> deadlines.runs(Wait.ANSWER));
    deadlines.over(Wait.ANSWER);
    if (!reply.isOurWords()) followUp = false;
    if (!bridge.expects()) deadlines.over(Wait.REPLY);
    deadlines.start(Wait.PROGRESS);
    if (!can.replyBoundaries()) deadlines.start(Wait.QUIET);
    if (how.ours().isPresent() && !how.heard()) breakOff(reply);
    else if (how.ours().isEmpty()) began(reply);
  }

  /// The service began this reply by itself. While the session changes it rests on a state that is
  /// over; the model is asked anew when the next one works.
  private void began(Reply own) {
    if (changing && can.replyBoundaries()) {
      breakOff(own);
      followUp = true;
    } else if (own.isHeard()) {
      speech.merge();
    }
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
    link.replyOver();
    active.ifPresent(reply -> ended(reply, !reply.isStopped()));
  }

  private void ended(Reply reply, boolean complete) {
    if (!can.replyBoundaries()) agentSaid(reply.id(), reply.words());
    active = Optional.empty();
    deadlines.over(Wait.PROGRESS);
    deadlines.over(Wait.STOPPED);
    deadlines.over(Wait.QUIET);
    if (reply.isHeard() && bridge.sounding()) markEnd(reply);
    if (reply.isStopped()) return;
    boolean failed = !complete && !bridge.sounding();
    if (failed && answering.filter(r -> r == reply).isPresent()) deadlines.start(Wait.ANSWER);
    if (failed && reply.isHeard()) failed(reply);
    else if (complete && !reply.isOurWords()) turnOver(reply);
  }

  /// Nothing was heard of it. What was asked for is asked for again a few times; the model's own
  /// word is left out when the caller has begun to speak, who will be answered anyway.
  private void failed(Reply reply) {
    if (reply.wish().isEmpty() || (!reply.isOurWords() && hearing.mayBeCallers())) return;
    boolean again = reply.wish().filter(speech::failed).isPresent();
    if (!again && !reply.isOurWords()) happened(new Event.TurnEnded(clock.now()));
  }

  private void markEnd(Reply reply) {
    markEnd();
    if (reply.isStopped()) return;
    if (playing.size() == MOST_PLAYING) playing.pollFirstEntry();
    mark.ifPresent(name -> playing.put(name, reply));
  }

  private void markEnd() {
    mark = Optional.of("end-" + ++marks);
    owed = true;
    mark.ifPresent(leg::mark);
    deadlines.start(Wait.MARK, bridge.left());
  }

  private void markOver() {
    mark = Optional.empty();
    playing.clear();
    deadlines.over(Wait.MARK);
  }

  /// A reply is complete; if the words it answers are still on their way, they come first.
  private void turnOver(Reply reply) {
    if (reply.wish().isEmpty() && hearing.awaitsWords() && postponed.size() < MOST_POSTPONED) {
      postponed.add(reply);
      deadlines.start(Wait.WORDS);
    } else {
      bringRequests(reply);
    }
  }

  private void wordsAreThere() {
    deadlines.over(Wait.WORDS);
    hearing.forgetAwaited();
    var replies = List.copyOf(postponed);
    postponed.clear();
    replies.forEach(this::bringRequests);
  }

  private void bringRequests(Reply reply) {
    if (reply.visit() != target.visit()) {
      reply.calls().forEach(asked -> answer(asked.id(), MOVED_ON));
      return;
    }
    if (!reply.calls().isEmpty() && owing.size() < MOST_OUTPUTS) owing.add(reply);
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
    if (!seen.isNew(asked.id())) return;
    if (can.replyBoundaries()) {
      active
          .filter(reply -> asked.reply().isEmpty() || reply.id().equals(asked.reply()))
          .ifPresent(reply -> reply.asks(asked));
      return;
    }
    if (changing) return;
    deadlines.over(Wait.ANSWER);
    if (active.isEmpty()) bridge.met().ifPresent(this::metBySilence);
    var alone = new Reply("", Optional.empty(), true, target.visit());
    alone.asks(asked);
    turnOver(alone);
  }

  /// What was asked for came as a request, without a sound.
  private void metBySilence(AudioBridge.Expected expected) {
    speech.begun(expected).filter(Wish.Exactly.class::isInstance).ifPresent(speech::again);
    if (!bridge.expects()) deadlines.over(Wait.REPLY);
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

  private void callerStarted(String item) {
    if (!hearing.started(item)) return;
    deadlines.over(Wait.ANSWER);
    deadlines.start(Wait.GAP);
    if (mustBeHeard()) return;
    if (bridge.sounding()) {
      var heard = cutOff();
      happened(new Event.CallerInterrupted(clock.now(), heard));
    } else {
      happened(new Event.CallerSpoke(clock.now()));
    }
  }

  /// The turn is closed; now the service begins a reply to it by itself.
  private void callerCommitted(String item) {
    hearing.committed(item);
    bridge.forgetOvertaken();
    speech.forgetOvertaken();
    if (!bridge.expects()) deadlines.over(Wait.REPLY);
    if (can.replyBoundaries() && can.speechEvents()) deadlines.start(Wait.OWN);
    deadlines.start(Wait.ANSWER);
  }

  /// @return how long we had been heard
  private Duration cutOff() {
    var cut = bridge.cutOff();
    active.ifPresent(this::breakOff);
    speech.forgetAll();
    markOver();
    owed = false;
    cut.ifPresent(this::tellHeard);
    return cut.map(AudioBridge.Cut::heard).orElse(Duration.ZERO);
  }

  /// The model takes for said what was heard, and nothing that waited behind it.
  private void tellHeard(AudioBridge.Cut cut) {
    if (!can.truncate()) return;
    cut.item().ifPresent(item -> send(new VoiceRequest.Truncate(item, cut.ofItem())));
    cut.unheard().forEach(item -> send(new VoiceRequest.Truncate(item, Duration.ZERO)));
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
      case GREETED -> greeted = true;
      case REPLY -> unanswered();
      case PROGRESS -> stalled();
      case QUIET -> quietFor();
      case GAP -> gapInTurn();
      case WORDS -> wordsAreThere();
      case ANSWER -> unansweredTurn();
      case MARK -> markOver();
      case BUSY, OWN, RETRY -> {}
    }
  }

  /// What was overtaken meanwhile need not have come.
  private void unanswered() {
    bridge.forgetOvertaken();
    speech.forgetOvertaken();
    if (bridge.expects() || deadlines.runs(Wait.BUSY)) lost("the service did not answer");
  }

  /// A service may drop the reply to a turn without a word of it. The model is asked once more;
  /// where the flow has the floor, it goes on as after a reply without words.
  private void unansweredTurn() {
    if (hearing.isSpeaking() || changing) return;
    if (!quiet() || !owing.isEmpty() || !outputs.isEmpty()) {
      deadlines.start(Wait.ANSWER);
      return;
    }
    if (host.modelMaySpeak().test(target.visit())) speech.letSpeak("");
    else happened(new Event.TurnEnded(clock.now()));
  }

  private void stalled() {
    if (link.withoutSound() < Duration.ofSeconds(5).toNanos()) {
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
    var left = Duration.ofMillis(600).minusNanos(link.withoutSound());
    if (left.isPositive()) deadlines.start(Wait.QUIET, left.minusMillis(600));
    else replyWithoutEndOver();
  }

  private void complained(VoiceSignal.Complaint complaint) {
    switch (complaint.kind()) {
      case BUSY -> busy();
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

  /// Another reply is under way: one we have not heard of yet, or one the service began by itself
  /// and that we took for ours.
  private void busy() {
    if (bridge.expects()) {
      bridge.withdraw();
      speech.refused();
      deadlines.start(Wait.BUSY);
      return;
    }
    active
        .filter(reply -> !reply.isStopped())
        .ifPresent(reply -> {
          reply.wish().filter(Wish.Exactly.class::isInstance).ifPresent(speech::again);
          reply.isTheServicesOwn(target.admission() == Admission.ALL);
          if (!reply.isHeard()) bridge.mute();
        });
  }

  private void unreachable(String reason, boolean certain) {
    link.close();
    if (!certain && ++tries < MOST_TRIES) {
      deadlines.start(Wait.RETRY);
      return;
    }
    tries = MOST_TRIES;
    lost(reason);
  }

  /// A connection that breaks again and again, without a reply in between, is given up too.
  private void lost(String reason) {
    hopeless = ++tries > MOST_TRIES;
    boolean atOnce = tries == 1;
    if (hopeless) tries = 0;
    forgetConnection();
    speech.connectionLost();
    active
        .filter(reply -> reply.isOurWords() && !reply.isStopped())
        .flatMap(Reply::wish)
        .ifPresent(speech::again);
    active = Optional.empty();
    if (!can.resume()) {
      outputs.clear();
      owing.clear();
    }
    bridge.shut();
    bridge.hold();
    if (bridge.sounding()) markEnd();
    if (!atOnce && !hopeless) deadlines.start(Wait.RETRY);
    changing = false;
    voiceLost(reason);
  }

  private void voiceLost(String reason) {
    happened(new Event.VoiceLost(clock.now(), reason));
  }

  private void forgetConnection() {
    link.close();
    greeted = false;
    opened = false;
    inForce = Optional.empty();
    postponed.clear();
    seen.clear();
    followUp = false;
    turnToEnd = false;
    answering = Optional.empty();
    markOver();
    deadlines.clear();
    hearing.forgetAll();
  }

  private static String cut(String words) {
    return words.length() <= MOST_CHARACTERS ? words : words.substring(0, MOST_CHARACTERS);
  }

  private void send(VoiceRequest request) {
    link.send(request);
  }

  private void happened(Event event) {
    host.happened().accept(event);
  }
}
