package callflow.app;

import callflow.connector.operation.Secret;
import callflow.connector.operation.Secrets;
import callflow.diagnostic.Diagnostic;
import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.syntax.DeploymentFile;
import callflow.syntax.DeploymentFile.Dialect;
import callflow.syntax.DeploymentFile.GrokDecl;
import callflow.syntax.DeploymentFile.LimitsDecl;
import callflow.syntax.DeploymentFile.ListenAddress;
import callflow.syntax.DeploymentFile.ServerDecl;
import callflow.syntax.DeploymentFile.TurnDecl;
import callflow.value.AudioFormat;
import callflow.voice.SessionSettings.TurnTaking;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Makes a deployment out of its file: compiles the flows, fetches the secrets, fills in what was
/// left out. Opens no connection.
final class DeploymentLoader {
  static final URI REALTIME = URI.create("wss://api.x.ai/v1/realtime");
  static final URI VOICE_AGENT = URI.create("wss://api.x.ai/v1/voice/agent");
  static final ListenAddress LISTEN = new ListenAddress("127.0.0.1", 8080);

  /// The account of the voice service allows ten sessions; a few dozen calls fit one process well.
  static final Deployment.Limits LIMITS =
      new Deployment.Limits(
          50, 10, "All our lines are busy just now. Please call again in a few minutes.");

  private final ReferredSecrets secrets;

  private DeploymentLoader(ReferredSecrets secrets) {
    this.secrets = secrets;
  }

  /// What came of it.
  ///
  /// @param deployment empty when one of the findings is an error
  record Loaded(Optional<Deployment> deployment, List<Diagnostic> findings, Project project) {
    /// For excerpts beside the findings.
    Optional<SourceFile> source(String file) {
      return project.source(file);
    }
  }

  /// Reads a deployment.
  ///
  /// @param path the file, or the folder in which it is called `callflow.yaml`
  static Loaded load(Path path, Secrets environment) {
    Path file = Files.isDirectory(path) ? path.resolve("callflow.yaml") : path;
    var project = Project.loadAll(ProjectFiles.ofDeployment(file));
    var secrets = new ReferredSecrets(file, environment);
    var findings = new ArrayList<>(project.findings());
    var deployment =
        project.deployments().stream()
            .findFirst()
            .flatMap(deployed -> new DeploymentLoader(secrets).deployment(deployed));
    findings.addAll(secrets.missing());
    boolean failed = findings.stream().anyMatch(Diagnostic::isError);
    return new Loaded(failed ? Optional.empty() : deployment, List.copyOf(findings), project);
  }

  private Optional<Deployment> deployment(Project.Deployed deployed) {
    var file = deployed.file();
    var grok = grok(file.grok());
    var twilio = file.twilio().map(this::twilio);
    boolean whole =
        deployed.flows().size() == file.lines().size()
            && deployed.flows().stream().allMatch(flow -> flow.program().isPresent());
    if (!whole || grok.isEmpty()) return Optional.empty();
    return Optional.of(
        new Deployment(
            lines(file, deployed.flows()),
            grok.get(),
            twilio,
            server(file.server()),
            limits(file.limits()),
            deployed.switches()));
  }

  private static List<Deployment.Line> lines(DeploymentFile file, List<Project.Flow> flows) {
    return IntStream.range(0, flows.size())
        .mapToObj(i -> line(file.lines().get(i), flows.get(i)))
        .toList();
  }

  private static Deployment.Line line(DeploymentFile.LineDecl line, Project.Flow flow) {
    return new Deployment.Line(
        line.number().value(),
        flow.path(),
        flow.program().orElseThrow(),
        flow.connectors(),
        line.language().map(Located::value));
  }

  private Optional<Deployment.Grok> grok(GrokDecl decl) {
    var dialect = or(decl.dialect(), Dialect.REALTIME);
    var service =
        switch (dialect) {
          case REALTIME -> REALTIME;
          case VOICE_AGENT -> VOICE_AGENT;
        };
    return secrets
        .read("grok.key", decl.key())
        .map(key ->
            new Deployment.Grok(
                or(decl.url(), service),
                dialect,
                decl.model().value(),
                key,
                or(decl.audio(), AudioFormat.MU_LAW),
                turns(decl.turn()),
                decl.keyterms().stream().map(Located::value).toList()));
  }

  private static TurnTaking turns(TurnDecl decl) {
    var usual = TurnTaking.DEFAULT;
    return new TurnTaking(
        or(decl.threshold(), BigDecimal.valueOf(usual.threshold())).doubleValue(),
        millis(or(decl.silence(), Duration.ofMillis(usual.silenceMillis()))),
        millis(or(decl.prefix(), Duration.ofMillis(usual.prefixMillis()))));
  }

  private static int millis(Duration time) {
    return Math.toIntExact(time.toMillis());
  }

  private Deployment.Twilio twilio(DeploymentFile.TwilioDecl decl) {
    var tokens = new ArrayList<Secret>();
    decl.authTokens()
        .forEach(token -> secrets.read("twilio.auth_token", token).ifPresent(tokens::add));
    return new Deployment.Twilio(tokens);
  }

  private static Deployment.Server server(ServerDecl decl) {
    String url = decl.publicUrl().value().toString().replaceFirst("/+$", "");
    return new Deployment.Server(or(decl.listen(), LISTEN), URI.create(url));
  }

  private static Deployment.Limits limits(LimitsDecl decl) {
    return new Deployment.Limits(
        or(decl.calls(), LIMITS.calls()),
        or(decl.grokSessions(), LIMITS.grokSessions()),
        or(decl.busy(), LIMITS.busy()));
  }

  private static <T> T or(Optional<Located<T>> written, T otherwise) {
    return written.map(Located::value).orElse(otherwise);
  }
}
