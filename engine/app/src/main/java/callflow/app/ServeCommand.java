package callflow.app;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.TextRenderer;
import callflow.runtime.voice.VoiceService;
import callflow.source.Span;
import callflow.syntax.DeploymentFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `callflow serve`: answers telephone lines until it is told to stop.
@Command(
    name = "serve",
    description = "Answers the telephone lines of a callflow.yaml.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  /// How long running calls may go on when the server is told to stop.
  private static final Duration DRAIN = Duration.ofSeconds(60);

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      defaultValue = ".",
      description = "The deployment file, or the folder of `callflow.yaml`; the present folder.")
  private Path path;

  @Override
  public Integer call() throws InterruptedException {
    var loaded = load();
    render(loaded, loaded.findings().stream().filter(ServeCommand::matters).toList());
    if (loaded.deployment().isEmpty())
      return refuse("The server can't start before this is mended.");
    var deployment = loaded.deployment().get();
    var trouble = CarrierTransfers.obstacle(deployment).or(() -> wrongKey(loaded, deployment));
    if (trouble.isPresent()) return refuse(trouble.get());
    try (var lines = OpenLines.open(deployment)) {
      if (lines.findings().stream().anyMatch(Diagnostic::isError)) {
        render(loaded, lines.findings());
        return refuse("The server can't start before this is mended.");
      }
      return serve(loaded, deployment, lines);
    }
  }

  /// Notes are for whoever writes flows, and `check` tells them.
  private static boolean matters(Diagnostic finding) {
    return finding.severity() != Diagnostic.Severity.NOTE;
  }

  private DeploymentLoader.Loaded load() {
    return DeploymentLoader.load(path, Benches.ENVIRONMENT);
  }

  private int serve(DeploymentLoader.Loaded loaded, Deployment deployment, OpenLines lines)
      throws InterruptedException {
    var started = start(deployment, lines);
    if (started.isEmpty()) {
      var listen = deployment.server().listen();
      String where = listen.host() + " port " + listen.port();
      return refuse(
          place(file(loaded).server().listen().map(at -> at.span()))
              + "`server.listen`: "
              + where
              + " can't be had; another program listens there, or it is not this machine's");
    }
    try (var server = started.get();
        var refusals = RefusalLog.of(server::counts)) {
      warn(deployment);
      announce(deployment, server);
      awaitSignal(server, refusals);
      return Main.FINE;
    }
  }

  private static Optional<LiveServer> start(Deployment deployment, OpenLines lines) {
    try {
      return Optional.of(
          LiveServer.start(deployment, lines::line, new CallLog(), InstantSource.system()));
    } catch (RuntimeException taken) {
      if (taken.getCause() instanceof IOException) return Optional.empty();
      throw taken;
    }
  }

  /// What a dialect lacks, so that nobody learns it from a caller.
  private void warn(Deployment deployment) {
    var can = LiveServer.dialect(deployment.grok().dialect()).capabilities();
    var err = spec.commandLine().getErr();
    for (var line : deployment.lines()) {
      var program = line.program();
      if (!can.fixedSentence()) {
        err.println(
            ProjectFiles.shown(line.flow())
                + ": warning: this dialect has no verbatim speech: every `say`, `ask`, `confirm`"
                + " and `filler` is an instruction to the model, and what it says may differ");
      }
      if (can.transcriptRoles()) continue;
      program.tools().values().stream()
          .filter(tool -> tool.confirm().isPresent())
          .forEach(tool ->
              err.println(
                  ProjectFiles.shown(line.flow())
                      + ": warning: a yes to `"
                      + tool.name()
                      + "` can only be given by key in this dialect; say in its `confirm` that 1"
                      + " means yes and 2 means no"));
    }
    err.flush();
  }

  private void announce(Deployment deployment, LiveServer server) {
    var out = spec.commandLine().getOut();
    for (var line : deployment.lines()) {
      out.println(line.number() + " is answered by the flow " + line.program().name());
    }
    String address = server.address().getHostString() + ":" + server.address().getPort();
    out.println("Listening on " + address + ".");
    String url = deployment.server().publicUrl().toString();
    out.println("At Twilio, \"A call comes in\" is " + url + "/twilio/voice (HTTP POST),");
    out.println("and \"Call status changes\" is " + url + "/twilio/status.");
    out.println("Ready for calls. Ctrl-C ends the server when its calls are over.");
    out.flush();
  }

  /// Until the process is told to end; then running calls may come to their end first.
  private static void awaitSignal(LiveServer server, RefusalLog refusals)
      throws InterruptedException {
    var over = new CountDownLatch(1);
    var hook = Thread.ofPlatform().unstarted(() -> end(server, refusals, over));
    Runtime.getRuntime().addShutdownHook(hook);
    over.await();
  }

  /// All of it here: when the last of these threads ends, so does the process.
  private static void end(LiveServer server, RefusalLog refusals, CountDownLatch over) {
    try {
      server.drain(DRAIN);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    server.close();
    refusals.close();
    over.countDown();
  }

  // ---- What may be wrong ------------------------------------------------------------------------

  /// The service is asked once before the first caller would be: a wrong key is better told now.
  private Optional<String> wrongKey(DeploymentLoader.Loaded loaded, Deployment deployment) {
    var account = LiveServer.account(deployment.grok());
    var endpoint = account.dialect().endpoint(account.url(), account.model(), Optional.empty());
    var grok = file(loaded).grok();
    try {
      account.service().connect(endpoint, new Nobody()).close();
      return Optional.empty();
    } catch (VoiceService.Refused refused) {
      return Optional.of(
          place(Optional.of(grok.key().span()))
              + "`grok.key`: "
              + refused.getMessage()
              + "; is the key right, and has the account credit?");
    } catch (IOException away) {
      spec.commandLine()
          .getErr()
          .println(
              place(grok.url().map(at -> at.span()))
                  + "`grok.url`: "
                  + away.getMessage()
                  + "; until it can be, callers take the flow's `voice_lost` path");
      spec.commandLine().getErr().flush();
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// Hears nothing.
  private static final class Nobody implements VoiceService.Listener {
    @Override
    public void frame(ByteBuffer text) {}

    @Override
    public void closed(String reason) {}
  }

  private static DeploymentFile file(DeploymentLoader.Loaded loaded) {
    return loaded.project().deployments().getFirst().file();
  }

  /// The place of a setting in front of a sentence about it; nothing where a default stands.
  private String place(Optional<Span> span) {
    return span.map(at -> at.file() + ":" + at.startLine() + ":" + at.startColumn() + ": ")
        .orElse("");
  }

  private void render(DeploymentLoader.Loaded loaded, List<Diagnostic> findings) {
    if (findings.isEmpty()) return;
    var err = spec.commandLine().getErr();
    err.println(new TextRenderer(loaded::source, Terminals.colour()).render(findings));
    err.flush();
  }

  private int refuse(String sentence) {
    var err = spec.commandLine().getErr();
    err.println(sentence);
    err.flush();
    return Main.FINDINGS;
  }
}
