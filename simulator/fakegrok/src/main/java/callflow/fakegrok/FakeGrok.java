package callflow.fakegrok;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A stand-in for the Grok service on the loopback interface, in both of its dialects.
///
/// Its frames have the shapes recorded from the service; its voice is [AudibleText], and it hears
/// [AudibleText]. Callable from any thread.
public final class FakeGrok implements AutoCloseable {
  private static final int REQUEST_PARSE_MILLIS = 2_000;
  private static final int NO_REQUEST_MILLIS = 5_000;
  private static final long MAX_BODY = 1 << 16;

  private final Undertow server;
  private final Gate gate;
  private final Faults faults;

  /// How a reply ends when the caller speaks while it is being sent.
  public enum BargeIn {
    /// With `response.done` and status `cancelled`, as documented.
    SAID_TO_BE_CANCELLED,
    /// Without a word, as reported.
    SILENTLY_DROPPED
  }

  /// How the stand-in behaves.
  ///
  /// @param port 0 for any free one
  /// @param key the only key that is right; empty if every key is
  /// @param minds a new mind for each conversation
  /// @param millisPerCharacter how long a spoken character takes
  /// @param factor how many times faster than spoken a reply is sent
  /// @param thinking from the beginning of a reply to its first sound
  /// @param lateness how late a late acknowledgement is
  /// @param sessions how many may be open at a time
  public record Settings(
      int port,
      Optional<String> key,
      Supplier<Mind> minds,
      int millisPerCharacter,
      double factor,
      Duration thinking,
      Duration lateness,
      BargeIn bargeIn,
      int sessions) {
    public Settings {
      if (millisPerCharacter < 1) {
        throw new IllegalArgumentException("a character takes " + millisPerCharacter + " ms");
      }
      if (factor < 0.1) throw new IllegalArgumentException("the factor is " + factor);
      if (sessions < 1) throw new IllegalArgumentException("sessions are " + sessions);
    }

    /// For tests: 3 ms a character, no thinking, any free port, any key.
    public static Settings fast(Supplier<Mind> minds) {
      return new Settings(
          0,
          Optional.empty(),
          minds,
          3,
          3,
          Duration.ZERO,
          Duration.ofMillis(2_500),
          BargeIn.SAID_TO_BE_CANCELLED,
          100);
    }

    /// For people: 30 ms a character and a moment's thought.
    public static Settings unhurried(Supplier<Mind> minds) {
      return fast(minds).withSpeech(30, 3).withThinking(Duration.ofMillis(400));
    }

    public Settings withPort(int newPort) {
      return new Settings(
          newPort, key, minds, millisPerCharacter, factor, thinking, lateness, bargeIn, sessions);
    }

    public Settings withKey(String newKey) {
      return new Settings(
          port,
          Optional.of(newKey),
          minds,
          millisPerCharacter,
          factor,
          thinking,
          lateness,
          bargeIn,
          sessions);
    }

    public Settings withSpeech(int newMillisPerCharacter, double newFactor) {
      return new Settings(
          port,
          key,
          minds,
          newMillisPerCharacter,
          newFactor,
          thinking,
          lateness,
          bargeIn,
          sessions);
    }

    public Settings withThinking(Duration newThinking) {
      return new Settings(
          port, key, minds, millisPerCharacter, factor, newThinking, lateness, bargeIn, sessions);
    }

    public Settings withLateness(Duration newLateness) {
      return new Settings(
          port, key, minds, millisPerCharacter, factor, thinking, newLateness, bargeIn, sessions);
    }

    public Settings withBargeIn(BargeIn newBargeIn) {
      return new Settings(
          port, key, minds, millisPerCharacter, factor, thinking, lateness, newBargeIn, sessions);
    }

    public Settings withSessions(int newSessions) {
      return new Settings(
          port, key, minds, millisPerCharacter, factor, thinking, lateness, bargeIn, newSessions);
    }
  }

  private FakeGrok(Undertow server, Gate gate, Faults faults) {
    this.server = server;
    this.gate = gate;
    this.faults = faults;
  }

  /// Starts to listen on 127.0.0.1.
  ///
  /// @param faults what shall go wrong from the beginning; see [#faults]
  public static FakeGrok start(Settings settings, Fault... faults) {
    var ordered = new Faults();
    ordered.next(faults);
    var gate = new Gate(settings, ordered);
    var server =
        Undertow.builder()
            .addHttpListener(settings.port(), "127.0.0.1")
            .setIoThreads(1)
            .setWorkerThreads(1)
            .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, REQUEST_PARSE_MILLIS)
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, NO_REQUEST_MILLIS)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_BODY)
            .setHandler(gate)
            .build();
    server.start();
    return new FakeGrok(server, gate, ordered);
  }

  /// Where the realtime dialect is spoken.
  public URI realtime() {
    return address(Gate.REALTIME);
  }

  /// Where the voice-agent dialect is spoken.
  public URI voiceAgent() {
    return address(Gate.VOICE_AGENT);
  }

  /// Orders faults while it runs.
  public Faults faults() {
    return faults;
  }

  /// What each session has seen, oldest first; the last thousand are kept.
  public List<Witness> sessions() {
    return gate.witnesses();
  }

  /// The youngest session.
  public Optional<Witness> latest() {
    var all = sessions();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /// How many sessions are open at this moment.
  public int open() {
    return gate.open();
  }

  @Override
  public void close() {
    server.stop();
  }

  private URI address(String path) {
    var address = (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
    return URI.create("ws://127.0.0.1:%d%s".formatted(address.getPort(), path));
  }
}
