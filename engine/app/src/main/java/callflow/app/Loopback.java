package callflow.app;

import callflow.connector.Connector;
import callflow.connector.operation.Secret;
import callflow.fakegrok.FakeGrok;
import callflow.fakegrok.caller.CallListener;
import callflow.fakegrok.caller.TwilioCaller;
import callflow.program.Program;
import callflow.runtime.session.CallWatcher;
import callflow.runtime.session.Line;
import callflow.syntax.DeploymentFile.Dialect;
import callflow.syntax.DeploymentFile.ListenAddress;
import callflow.value.AudioFormat;
import callflow.value.ConnectorName;
import callflow.voice.SessionSettings.TurnTaking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A whole deployment on this machine: the real server, the stand-in service behind it, and a
/// telephone line before it, all over real sockets.
final class Loopback implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String NUMBER = "+4930222222";
  private static final int PLACES = 10;

  private final FakeGrok grok;
  private final LiveServer server;
  private final RehearsedMind mind;
  private final URI publicUrl;
  private final String token;

  private Loopback(
      FakeGrok grok, LiveServer server, RehearsedMind mind, URI publicUrl, String token) {
    this.grok = grok;
    this.server = server;
    this.mind = mind;
    this.publicUrl = publicUrl;
    this.token = token;
  }

  /// What runs on it.
  ///
  /// @param clock what time it is for the calls
  record Setting(
      Program program,
      Map<ConnectorName, Connector> connectors,
      Dialect dialect,
      AudioFormat audio,
      InstantSource clock) {}

  /// Starts everything.
  ///
  /// @param pace how fast the stand-in speaks; its mind is the rehearsal model's
  static Loopback open(Setting setting, Pace pace, CallWatcher watcher) {
    var mind = new RehearsedMind(setting.clock());
    var grok = FakeGrok.start(pace.of(mind));
    String token = secret();
    var publicUrl = URI.create("http://" + HOST + ":" + freePort());
    var deployment = deployment(setting, grok, publicUrl, token);
    var line = Line.of(setting.program(), setting.connectors());
    var server =
        LiveServer.start(
            deployment,
            number -> Optional.of(line).filter(_ -> number.equals(NUMBER)),
            watcher,
            setting.clock());
    return new Loopback(grok, server, mind, publicUrl, token);
  }

  /// Settings of the stand-in for a mind.
  @FunctionalInterface
  interface Pace {
    FakeGrok.Settings of(RehearsedMind mind);
  }

  private static Deployment deployment(
      Setting setting, FakeGrok grok, URI publicUrl, String token) {
    var url =
        switch (setting.dialect()) {
          case REALTIME -> grok.realtime();
          case VOICE_AGENT -> grok.voiceAgent();
        };
    return new Deployment(
        List.of(
            new Deployment.Line("*", Path.of(""), setting.program(), List.of(), Optional.empty())),
        new Deployment.Grok(
            url,
            setting.dialect(),
            "stand-in",
            new Secret("stand-in"),
            setting.audio(),
            TurnTaking.DEFAULT,
            List.of()),
        Optional.of(new Deployment.Twilio(List.of(new Secret(token)))),
        new Deployment.Server(new ListenAddress(HOST, publicUrl.getPort()), publicUrl),
        new Deployment.Limits(PLACES, PLACES, "All our lines are busy just now."),
        Optional.empty());
  }

  private static String secret() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  /// Somebody calls.
  TwilioCaller call(String from, CallListener listener) {
    return TwilioCaller.call(caller(from), listener);
  }

  /// What a caller of this number needs to know.
  TwilioCaller.Settings caller(String from) {
    return TwilioCaller.Settings.to(voiceUrl(), token)
        .withNumbers(from, NUMBER)
        .withStatus(publicUrl.resolve("/twilio/status"));
  }

  /// The webhook of the number.
  URI voiceUrl() {
    return publicUrl.resolve("/twilio/voice");
  }

  /// Who thinks for the stand-in.
  RehearsedMind mind() {
    return mind;
  }

  FakeGrok grok() {
    return grok;
  }

  LiveServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
    grok.close();
  }
}
