package callflow.runtime.session;

import callflow.engine.call.CallId;
import callflow.engine.call.CallInfo;
import callflow.runtime.audio.AudioBridge;
import callflow.runtime.audio.CallerEar;
import callflow.runtime.telephony.CallLeg;
import callflow.runtime.telephony.LegListener;
import callflow.runtime.telephony.Switchboard;
import callflow.runtime.voice.CallClock;
import callflow.runtime.voice.Connecting;
import callflow.runtime.voice.GrokSession;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// Takes calls in as long as there are places, and knows those that are running.
public final class CallRegistry implements Switchboard {
  private final Function<String, Optional<Line>> lines;
  private final VoiceAccount account;
  private final String busy;
  private final int most;
  private final Semaphore places;
  private final CallWatcher watcher;
  private final InstantSource wall;
  private final Map<CallId, CallActor> running = new ConcurrentHashMap<>();
  private volatile boolean closing;

  /// Serves these lines.
  ///
  /// @param lines the line of a called number
  /// @param places how many calls there may be at a time
  /// @param busy what a caller hears when there is no place
  public CallRegistry(
      Function<String, Optional<Line>> lines,
      VoiceAccount account,
      int places,
      String busy,
      CallWatcher watcher,
      InstantSource wall) {
    this.lines = lines;
    this.account = account;
    this.most = places;
    this.places = new Semaphore(places);
    this.busy = busy;
    this.watcher = watcher;
    this.wall = wall;
  }

  @Override
  public Admission admit(CallInfo call) {
    var line = lines.apply(call.to());
    if (line.isEmpty()) return new Admission.UnknownNumber();
    if (closing || !places.tryAcquire()) return new Admission.Full(busy);
    return new Admission.Welcome(new Place(line.get()));
  }

  /// Calls that have begun and are not over.
  public int running() {
    return running.size();
  }

  /// Places that are taken, by running calls and by those whose media is awaited.
  public int taken() {
    return most - places.availablePermits();
  }

  /// From now on no call is taken in; those that run go on.
  public void close() {
    closing = true;
  }

  /// Ends the calls that still run: their callers are told, and what their flows do after a call is
  /// done.
  public void endAll() {
    running.values().forEach(call -> call.mail(new Mail.ServerEnds()));
  }

  private final class Place implements Seat {
    private final Line line;
    private final AtomicBoolean free = new AtomicBoolean();
    private final AtomicBoolean used = new AtomicBoolean();

    Place(Line line) {
      this.line = line;
    }

    @Override
    public LegListener connected(CallLeg leg) {
      if (!used.compareAndSet(false, true)) throw new IllegalStateException("the place is taken");
      var id = new CallId(UUID.randomUUID().toString());
      try {
        return begin(id, leg);
      } catch (RuntimeException fault) {
        over(id);
        throw fault;
      }
    }

    @Override
    public void abandoned() {
      if (used.compareAndSet(false, true)) release();
    }

    private void over(CallId id) {
      running.remove(id);
      release();
    }

    private void release() {
      if (free.compareAndSet(false, true)) places.release();
    }

    private LegListener begin(CallId id, CallLeg leg) {
      var clock = CallClock.of(wall, System::nanoTime);
      var actor = new CallActor(id, clock, watcher, () -> over(id));
      var ear =
          account.dialect().capabilities().speechEvents()
              ? Optional.<CallerEar>empty()
              : Optional.of(
                  new CallerEar(
                      leg.audio(),
                      Duration.ofMillis(account.turns().silenceMillis()),
                      began -> actor.mail(new Mail.CallerSound(began))));
      var bridge = new AudioBridge(leg, clock::nanos, account.audio(), ear);
      var tools =
          new RunningTools(
              new ToolDesk(line.connectors()),
              clock,
              (tool, result) -> actor.mail(new Mail.ToolAnswered(tool, result)));
      var connecting =
          new Connecting(
              account.service(),
              mail -> actor.mail(new Mail.FromVoice(mail)),
              task -> Thread.ofVirtual().name("connect-voice").start(task));
      var call =
          new LiveCall(
              id,
              line.interpreter(),
              leg,
              clock,
              tools,
              watcher,
              (happened, modelMaySpeak) ->
                  new GrokSession(
                      account.dialect(),
                      account.url(),
                      account.settings(line.interpreter().program().voice()),
                      leg,
                      bridge,
                      clock,
                      mail -> actor.mail(new Mail.FromVoice(mail)),
                      new GrokSession.Host(happened, modelMaySpeak, connecting)));
      running.put(id, actor);
      watcher.began(id, leg.info(), line.interpreter().program());
      actor.start(call, bridge, () -> leg.info().in(line.language()).with(line.switches().get()));
      return actor;
    }
  }
}
