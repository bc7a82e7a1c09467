package callflow.runtime.audio;

import callflow.runtime.telephony.CallLeg;
import callflow.value.AudioFormat;
import callflow.voice.AudioFrames;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// Moves sound between the caller's leg and the voice session, past the call's own thread.
///
/// The carrier's and the service's threads bring sound; the call's thread orders what is forwarded,
/// held and dropped. Base64 is passed on as it came.
public final class AudioBridge {
  /// How much of the caller's sound is kept while the session changes.
  static final Duration MOST_HELD = Duration.ofSeconds(2);

  /// How much silence stands in for a gap in the caller's sound.
  private static final Duration PADDING = Duration.ofMillis(600);

  /// Takes the caller's sound to the service; must not block.
  @FunctionalInterface
  public interface ToService {
    void send(ByteBuffer base64);
  }

  /// Which replies of the service the caller hears.
  public enum Admission {
    ALL,
    /// Those we asked for.
    OURS,
    NONE
  }

  /// A reply we asked for.
  public static final class Expected {
    private volatile boolean wanted = true;

    /// Whether it is to be heard when it comes.
    public boolean wanted() {
      return wanted;
    }

    /// It has been overtaken; when it comes it isn't heard.
    public void forget() {
      wanted = false;
    }
  }

  /// A reply that has begun.
  ///
  /// @param ours what it answers; empty when the service began it by itself
  /// @param heard whether the caller hears it
  public record Begun(Optional<Expected> ours, boolean heard) {}

  /// What had been heard when speech was cut off.
  ///
  /// @param heard of the whole stretch of speech
  /// @param item what was being heard
  /// @param ofItem how much of that
  /// @param unheard what was queued behind it, of which nothing was heard
  public record Cut(Duration heard, Optional<String> item, Duration ofItem, List<String> unheard) {
    public Cut {
      unheard = List.copyOf(unheard);
    }
  }

  private enum Door {
    OPEN,
    HELD,
    SHUT
  }

  private final CallLeg leg;
  private final LongSupplier nanos;
  private final Optional<CallerEar> ear;
  private final ReplyGate gate = new ReplyGate();
  private final Playback playback = new Playback();
  private final LongAdder dropped = new LongAdder();
  private final Object inbound = new Object();
  private final Object outbound = new Object();
  private final HeldSound held;
  private final Transcoder toService;
  private Transcoder fromService;
  private AudioFormat sends;
  private final ByteBuffer silence;
  private Door door = Door.SHUT;
  private long lastFromCaller;
  private ToService service = _ -> {};

  /// Between a leg and a service that speak the same format, or others.
  ///
  /// @param nanos the call's clock
  /// @param service how sound travels to and from the service
  /// @param ear listens to the caller where the service doesn't say who speaks
  public AudioBridge(
      CallLeg leg, LongSupplier nanos, AudioFormat service, Optional<CallerEar> ear) {
    this.leg = leg;
    this.nanos = nanos;
    this.sends = service;
    this.ear = ear;
    this.held = new HeldSound((int) (MOST_HELD.toSeconds() * leg.audio().bytesPerSecond() * 4 / 3));
    this.silence = Silence.base64(leg.audio(), PADDING);
    this.lastFromCaller = nanos.getAsLong();
    this.toService = Transcoder.between(leg.audio(), service);
    this.fromService = Transcoder.between(service, leg.audio());
  }

  // ---- From the caller -------------------------------------------------------------------------

  /// Sound of the caller; called on the carrier's thread.
  public void fromCaller(ByteBuffer base64) {
    synchronized (inbound) {
      lastFromCaller = nanos.getAsLong();
      ear.ifPresent(listener -> listener.hear(base64));
      switch (door) {
        case OPEN -> service.send(toService.convertBase64(base64));
        case HELD -> held.keep(base64);
        case SHUT -> dropped.increment();
      }
    }
  }

  /// Sends silence if the line has sent nothing for so long: a service that counts time in sound
  /// would never see the end of the caller's turn.
  public void padAfter(Duration gap) {
    synchronized (inbound) {
      if (door != Door.OPEN || nanos.getAsLong() - lastFromCaller < gap.toNanos()) return;
      ear.ifPresent(listener -> listener.hear(silence.duplicate()));
      service.send(toService.convertBase64(silence.duplicate()));
    }
  }

  /// The caller's sound is kept until [#release].
  public void hold() {
    synchronized (inbound) {
      door = Door.HELD;
    }
  }

  /// What was kept goes to the service, and what comes from now on.
  public void release(ToService to) {
    synchronized (inbound) {
      service = to;
      door = Door.OPEN;
      held.release(piece -> to.send(toService.convertBase64(piece)));
    }
  }

  /// Nobody listens to the caller any more.
  public void shut() {
    synchronized (inbound) {
      door = Door.SHUT;
      service = _ -> {};
      held.clear();
    }
    gate.admit(Admission.NONE);
    gate.shut();
    gate.forgetExpected();
  }

  // ---- From the service ------------------------------------------------------------------------

  public void admit(Admission which) {
    gate.admit(which);
  }

  /// A reply was asked for.
  public void expect(Expected reply) {
    gate.expect(reply);
  }

  /// Whether a reply was asked for that has not begun.
  public boolean expects() {
    return gate.expects();
  }

  /// The reply that was asked for last was refused.
  public void withdraw() {
    gate.withdraw();
  }

  /// The caller's turn has been taken up: the service has begun all it was asked for before, or
  /// never will, so that replies which were overtaken are awaited no longer.
  public void forgetOvertaken() {
    gate.forgetOvertaken();
  }

  /// What was asked for first has come without a sound.
  public Optional<Expected> met() {
    return gate.met();
  }

  /// A reply begins; called on the service's reading thread, before its sound.
  public Begun begin(String reply) {
    return gate.begin(reply);
  }

  /// Sound of a reply, in base64; called on the service's reading thread.
  ///
  /// @param frame holds the base64 and the ids
  public void fromService(ByteBuffer frame, AudioFrames.Place place) {
    // In one piece with the question whether it passes, so that nothing slips behind a cut.
    synchronized (outbound) {
      if (!gate.passes(frame, place.replyStart, place.replyEnd)) {
        dropped.increment();
        return;
      }
      var sound =
          fromService.convertBase64(
              frame.slice(place.audioStart, place.audioEnd - place.audioStart));
      play(sound, frame, place);
    }
  }

  private void play(ByteBuffer sound, ByteBuffer frame, AudioFrames.Place place) {
    playback.sent(nanos.getAsLong(), lengthOf(sound), frame, place.itemStart, place.itemEnd);
    leg.play(sound);
  }

  /// The service says how it sends sound, which may differ from what it was asked for.
  public void serviceSends(AudioFormat format) {
    synchronized (outbound) {
      if (format.equals(sends)) return;
      sends = format;
      fromService = Transcoder.between(format, leg.audio());
    }
  }

  private long lengthOf(ByteBuffer base64) {
    int end = base64.limit();
    long bytes = base64.remaining() / 4L * 3;
    if (end > 0 && base64.get(end - 1) == '=') bytes--;
    if (end > 1 && base64.get(end - 2) == '=') bytes--;
    return bytes * 1_000_000_000L / leg.audio().bytesPerSecond();
  }

  /// Nothing more of the present reply is heard, and nothing that is queued.
  ///
  /// @return what had been heard; empty when nothing was sounding
  public Optional<Cut> cutOff() {
    synchronized (outbound) {
      gate.shut();
      var cut = playback.cut(nanos.getAsLong());
      if (cut.isPresent()) leg.clearPlayback();
      return cut;
    }
  }

  /// Nothing more of the present reply is heard; what was sent of it is.
  public void mute() {
    gate.shut();
  }

  /// The carrier says that everything sent has been heard.
  public void heardOut() {
    playback.finished(nanos.getAsLong());
  }

  /// Whether the caller is hearing something.
  public boolean sounding() {
    return playback.sounding(nanos.getAsLong());
  }

  /// How long what was sent will still be heard.
  public Duration left() {
    return playback.left(nanos.getAsLong());
  }

  /// Pieces of sound that nobody was to hear.
  public long dropped() {
    return dropped.sum();
  }
}
