package callflow.app;

import callflow.runtime.server.CallServer;
import callflow.runtime.server.ServerLimits;
import callflow.runtime.session.CallRegistry;
import callflow.runtime.session.CallWatcher;
import callflow.runtime.session.Line;
import callflow.runtime.session.VoiceAccount;
import callflow.runtime.telephony.Pulse;
import callflow.runtime.telephony.twilio.AuthToken;
import callflow.runtime.telephony.twilio.TwilioCarrier;
import callflow.runtime.telephony.twilio.TwilioSettings;
import callflow.runtime.voice.JavaWebSocketService;
import callflow.syntax.DeploymentFile.Dialect;
import callflow.voice.RealtimeDialect;
import callflow.voice.VoiceAgentDialect;
import callflow.voice.VoiceDialect;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// A running server, built by hand: reading [#start] from top to bottom is reading how a call comes
/// in.
final class LiveServer implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  /// For what flows do after a call that was ended because the server ends.
  private static final Duration LAST_TOOLS = Duration.ofSeconds(10);

  private final CallServer server;
  private final Optional<TwilioCarrier> carrier;
  private final CallRegistry calls;
  private final JavaWebSocketService service;

  private LiveServer(
      CallServer server,
      Optional<TwilioCarrier> carrier,
      CallRegistry calls,
      JavaWebSocketService service) {
    this.server = server;
    this.carrier = carrier;
    this.calls = calls;
    this.service = service;
  }

  /// Opens the port and takes calls.
  ///
  /// @param lines the line of a dialled number, with its connectors opened
  /// @throws RuntimeException if the port can't be had
  static LiveServer start(
      Deployment deployment,
      Function<String, Optional<Line>> lines,
      CallWatcher watcher,
      InstantSource clock) {
    var limits = deployment.limits();
    int places = Math.min(limits.calls(), limits.grokSessions());
    var service = new JavaWebSocketService(deployment.grok().key()::reveal);
    var account = account(deployment.grok(), service);
    var calls = new CallRegistry(lines, account, places, limits.busy(), watcher, clock);
    var carrier = deployment.twilio().map(twilio -> carrier(deployment, twilio, calls));
    var listen = deployment.server().listen();
    var server =
        CallServer.start(
            listen.host(),
            listen.port(),
            ServerLimits.DEFAULT,
            carrier.stream().flatMap(each -> each.routes().stream()).toList());
    return new LiveServer(server, carrier, calls, service);
  }

  static VoiceAccount account(Deployment.Grok grok) {
    return account(grok, new JavaWebSocketService(grok.key()::reveal));
  }

  private static VoiceAccount account(Deployment.Grok grok, JavaWebSocketService service) {
    return new VoiceAccount(
        service,
        dialect(grok.dialect()),
        grok.url(),
        grok.model(),
        grok.audio(),
        grok.turns(),
        grok.keyterms());
  }

  static VoiceDialect dialect(Dialect dialect) {
    return switch (dialect) {
      case REALTIME -> new RealtimeDialect();
      case VOICE_AGENT -> new VoiceAgentDialect();
    };
  }

  private static TwilioCarrier carrier(
      Deployment deployment, Deployment.Twilio twilio, CallRegistry calls) {
    var tokens = twilio.authTokens().stream().map(token -> new AuthToken(token.reveal())).toList();
    var settings = new TwilioSettings(deployment.server().publicUrl(), tokens);
    return new TwilioCarrier(settings, calls, Pulse.ofThisMachine());
  }

  InetSocketAddress address() {
    return server.address();
  }

  CallRegistry calls() {
    return calls;
  }

  /// How often something was refused or dropped.
  long counted(String name) {
    return counts().getOrDefault(name, 0L);
  }

  /// What was refused or dropped since the start, by the listener, by the carrier, and on the way
  /// to and from the voice service.
  SortedMap<String, Long> counts() {
    var all = new TreeMap<>(server.tally().all());
    carrier.ifPresent(each -> all.putAll(each.tally().all()));
    all.put("voice-sound-dropped", service.dropped());
    all.put("voice-binary-ignored", service.ignored());
    return all;
  }

  /// Takes no more calls, lets those that run come to their end for a while, and then ends them.
  void drain(Duration patience) throws InterruptedException {
    calls.close();
    awaitEnd(patience);
    calls.endAll();
    awaitEnd(LAST_TOOLS);
  }

  private void awaitEnd(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (calls.running() > 0 && System.nanoTime() < end) Thread.sleep(BETWEEN_LOOKS);
  }

  @Override
  public void close() {
    calls.close();
    server.close();
    carrier.ifPresent(TwilioCarrier::close);
  }
}
