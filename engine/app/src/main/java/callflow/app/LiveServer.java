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
import java.util.function.Function;

/// A running server, built by hand: reading [#start] from top to bottom is reading how a call comes
/// in.
final class LiveServer implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final CallServer server;
  private final Optional<TwilioCarrier> carrier;
  private final CallRegistry calls;

  private LiveServer(CallServer server, Optional<TwilioCarrier> carrier, CallRegistry calls) {
    this.server = server;
    this.carrier = carrier;
    this.calls = calls;
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
    var calls =
        new CallRegistry(lines, account(deployment.grok()), places, limits.busy(), watcher, clock);
    var carrier = deployment.twilio().map(twilio -> carrier(deployment, twilio, calls));
    var listen = deployment.server().listen();
    var server =
        CallServer.start(
            listen.host(),
            listen.port(),
            ServerLimits.DEFAULT,
            carrier.stream().flatMap(each -> each.routes().stream()).toList());
    return new LiveServer(server, carrier, calls);
  }

  static VoiceAccount account(Deployment.Grok grok) {
    return new VoiceAccount(
        new JavaWebSocketService(grok.key()::reveal),
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

  /// What was refused or dropped, by the listener and by the carrier.
  long counted(String name) {
    return server.tally().of(name) + carrier.map(each -> each.tally().of(name)).orElse(0L);
  }

  /// Takes no more calls, and lets those that run come to their end for a while.
  void drain(Duration patience) throws InterruptedException {
    calls.close();
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
