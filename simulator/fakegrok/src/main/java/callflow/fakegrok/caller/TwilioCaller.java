package callflow.fakegrok.caller;

import callflow.fakegrok.AudibleText;
import callflow.fakegrok.Ear.Utterance;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Somebody who calls: speaks, listens, presses keys and hangs up, over a line that behaves like
/// Twilio's. Callable from any thread.
///
/// Sound is played in real time, and only what was played counts as heard.
public final class TwilioCaller implements AutoCloseable {
  private static final Duration TO_CLOSE = Duration.ofSeconds(5);

  private final Experience experience;
  private final Outgoing outgoing = new Outgoing();
  private final Call call;
  private final Thread thread;

  /// Who calls whom, and how.
  ///
  /// @param voiceUrl what the called number asks for orders
  /// @param authToken the account's secret, with which requests are signed
  /// @param from the caller's number
  /// @param to the called number
  /// @param silence whether frames are sent while the caller says nothing, as Twilio does
  /// @param status where the call's end is reported
  public record Settings(
      URI voiceUrl,
      String authToken,
      String accountSid,
      String from,
      String to,
      boolean silence,
      Optional<URI> status) {
    /// A caller of an account of the tests.
    public static Settings to(URI voiceUrl, String authToken) {
      return new Settings(
          voiceUrl,
          authToken,
          "AC00000000000000000000000000000001",
          "+4930111111",
          "+4930222222",
          true,
          Optional.empty());
    }

    public Settings withNumbers(String newFrom, String newTo) {
      return new Settings(voiceUrl, authToken, accountSid, newFrom, newTo, silence, status);
    }

    public Settings withoutSilence() {
      return new Settings(voiceUrl, authToken, accountSid, from, to, false, status);
    }

    public Settings withStatus(URI newStatus) {
      return new Settings(
          voiceUrl, authToken, accountSid, from, to, silence, Optional.of(newStatus));
    }
  }

  private TwilioCaller(Settings settings, CallListener listener) {
    experience = new Experience(listener);
    call = new Call(settings, outgoing, experience);
    thread = Thread.ofVirtual().name("caller").unstarted(call);
  }

  /// Calls, and returns at once.
  public static TwilioCaller call(Settings settings, CallListener listener) {
    var caller = new TwilioCaller(settings, listener);
    caller.thread.start();
    return caller;
  }

  /// Calls without anybody who looks on.
  public static TwilioCaller call(Settings settings) {
    return call(settings, CallListener.NONE);
  }

  /// Says something after what was said and pressed before; waits for the media if need be.
  public void speak(String words, int millisPerCharacter) {
    outgoing.say(words, AudibleText.encode(words, millisPerCharacter));
  }

  /// Presses keys, of `0` to `9`, `*`, `#`, after what was said and pressed before.
  public void press(String keys) {
    keys.chars().forEach(key -> outgoing.press((char) key));
  }

  /// Says nothing for a while, in order with the rest.
  public void silence(Duration length) {
    var silence = new byte[(int) Math.ceilDiv(length.toMillis(), 20) * 160];
    Arrays.fill(silence, (byte) 0xFF);
    outgoing.say("", silence);
  }

  /// Hangs up at once.
  public void hangUp() {
    call.hangUp();
  }

  /// What becomes of the next transfers, in order; further ones are answered.
  public void transfersEnd(Dialled... outcomes) {
    call.dialled(outcomes);
  }

  /// The identity of the call.
  public String callSid() {
    return call.sid();
  }

  /// Waits until the caller has heard this since the place found by the wait before.
  ///
  /// @return false if it was not heard in this time
  public boolean awaitHeard(String words, Duration bound) throws InterruptedException {
    return experience.awaitHeard(words, bound);
  }

  /// Waits until the media socket is open.
  ///
  /// @param times 1 for the first stream of the call, 2 for the second...
  public boolean awaitMedia(int times, Duration bound) throws InterruptedException {
    return experience.await(() -> experience.streams() >= times, bound);
  }

  /// Waits until so many marks have come back.
  public boolean awaitMarks(int times, Duration bound) throws InterruptedException {
    return experience.await(() -> experience.marks().size() >= times, bound);
  }

  /// Waits until the playback was cleared so often.
  public boolean awaitClears(int times, Duration bound) throws InterruptedException {
    return experience.await(() -> experience.clears() >= times, bound);
  }

  /// Waits until everything the caller was to say and press has gone out.
  public boolean awaitSpoken(Duration bound) throws InterruptedException {
    return experience.await(outgoing::isEmpty, bound);
  }

  /// Waits for the end of the call.
  public boolean awaitEnded(Duration bound) throws InterruptedException {
    return experience.await(() -> experience.end().isPresent(), bound);
  }

  /// What was played to the caller, over all streams of the call.
  public List<Utterance> heard() {
    return experience.heard();
  }

  /// All words the caller heard, the carrier's included, in order.
  public String heardText() {
    return experience.text();
  }

  /// How often the played sound was torn, doubled or out of order.
  public int damages() {
    return experience.damages();
  }

  /// The marks that came back, in order.
  public List<String> marks() {
    return experience.marks();
  }

  /// How often the playback was cleared.
  public int clears() {
    return experience.clears();
  }

  /// What Twilio would warn of.
  public List<String> warnings() {
    return experience.warnings();
  }

  /// Everything that happened, oldest first; the first ten thousand are kept.
  public List<CallEvent> events() {
    return experience.events();
  }

  /// How the call ended; empty while it lives. See [CallEvent.Ended].
  public Optional<String> end() {
    return experience.end();
  }

  /// Hangs up if need be, and waits for the end.
  @Override
  public void close() {
    hangUp();
    try {
      if (!thread.join(TO_CLOSE)) thread.interrupt();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
