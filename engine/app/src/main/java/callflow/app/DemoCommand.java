package callflow.app;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.TextRenderer;
import callflow.fakegrok.FakeGrok;
import callflow.fakegrok.caller.CallEvent;
import callflow.simulator.drive.ScriptedReplies;
import callflow.simulator.scenario.ScenarioRunner;
import callflow.source.Located;
import callflow.syntax.DeploymentFile.Dialect;
import callflow.value.AudioFormat;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `callflow demo`: a whole phone call over real sockets, without an account.
@Command(
    name = "demo",
    description = {
      "Plays a scenario as a real phone call on this machine, without an account:",
      "the server, a stand-in for Grok behind it, and a caller on a line like Twilio's before it."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  /// A third of what people need, so that nobody gets bored.
  private static final int MILLIS_PER_CHARACTER = 20;

  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      defaultValue = "flows/northwind-billing/pays.scenario.yaml",
      description = "A file ending in .scenario.yaml; ${DEFAULT-VALUE} by default.")
  private Path path;

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      defaultValue = "realtime",
      description = "Which of Grok's protocols is spoken: realtime or voice-agent.")
  private String dialect;

  @Override
  public Integer call() throws InterruptedException {
    var spoken = dialect();
    var project = Projects.load(spec, List.of(path));
    var errors = project.findings().stream().filter(Diagnostic::isError).toList();
    if (!errors.isEmpty()) {
      err().println(new TextRenderer(project::source, Terminals.colour()).render(errors));
      err().flush();
      return Main.FINDINGS;
    }
    if (project.scenarios().size() != 1) {
      throw new ParameterException(
          spec.commandLine(), "name one scenario; its file name ends in `.scenario.yaml`");
    }
    var scenario = project.scenarios().getFirst();
    var obstacles = LivePlay.obstacles(scenario.file());
    if (!obstacles.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "`" + scenario.file().name().value() + "` can't be played live: " + obstacles.getFirst());
    }
    return play(scenario, spoken);
  }

  private Dialect dialect() {
    return switch (dialect) {
      case "realtime" -> Dialect.REALTIME;
      case "voice-agent" -> Dialect.VOICE_AGENT;
      default ->
          throw new ParameterException(
              spec.commandLine(), "`--dialect` is realtime or voice-agent, not `" + dialect + "`");
    };
  }

  private int play(Project.Scenario scenario, Dialect spoken) throws InterruptedException {
    var file = scenario.file();
    var program = scenario.program();
    var bench = ScriptedReplies.of(file, scenario.flow().connectors());
    var setting =
        new Loopback.Setting(
            program,
            RehearsedConnectors.of(program, bench),
            spoken,
            AudioFormat.MU_LAW,
            clock(file.at().map(Located::value).map(OffsetDateTime::toInstant)));
    var story = new CallStory(program, this::say);
    long began = System.nanoTime();
    try (var stage = Loopback.open(setting, DemoCommand::unhurried, story)) {
      say("“" + file.name().value() + "”");
      say("The number's webhook is " + stage.voiceUrl() + ", and Grok is played by");
      say(address(stage.grok(), spoken) + ". The caller dials.");
      say("");
      String from = file.from().map(Located::value).orElse("+4930111111");
      try (var caller = stage.call(from, this::tell)) {
        int failures =
            new LivePlay(
                    file,
                    caller,
                    story,
                    stage.mind(),
                    MILLIS_PER_CHARACTER,
                    !LiveServer.dialect(spoken).capabilities().transcriptRoles(),
                    this::say)
                .play();
        caller.awaitEnded(LAST_WORDS);
        say("");
        return summary(failures, caller.damages(), Duration.ofNanos(System.nanoTime() - began));
      }
    }
  }

  private static FakeGrok.Settings unhurried(RehearsedMind mind) {
    return FakeGrok.Settings.unhurried(() -> mind)
        .withSpeech(MILLIS_PER_CHARACTER, 3)
        .withThinking(Duration.ofMillis(250));
  }

  private static String address(FakeGrok grok, Dialect spoken) {
    return switch (spoken) {
      case REALTIME -> grok.realtime().toString();
      case VOICE_AGENT -> grok.voiceAgent().toString();
    };
  }

  /// The present time goes on from the moment the scenario names.
  private static InstantSource clock(Optional<Instant> at) {
    var start = at.orElse(ScenarioRunner.START);
    var system = Clock.systemUTC();
    return Clock.offset(system, Duration.between(system.instant(), start));
  }

  /// What only the caller's side knows.
  private void tell(CallEvent event) {
    switch (event) {
      case CallEvent.MediaConnected _ -> say("  (the line is open)");
      case CallEvent.Cleared _ -> say("  (what was to be heard is dropped)");
      case CallEvent.Transferred(var target, var outcome) ->
          say("  (the carrier dials " + target + ": " + outcome.status() + ")");
      case CallEvent.ToldByCarrier(var words) -> say("  (the carrier says: " + words + ")");
      case CallEvent.Warned(var warning) -> say("  (the carrier warns: " + warning + ")");
      case CallEvent.Ended(var why) -> say("  (the line is closed: " + why + ")");
      case CallEvent.Answered _,
          CallEvent.MediaClosed _,
          CallEvent.Spoke _,
          CallEvent.Pressed _,
          CallEvent.Heard _ -> {}
    }
  }

  private int summary(int failures, int damages, Duration length) {
    String seconds = String.format(Locale.ROOT, "%.1f", length.toMillis() / 1000.0);
    say("A whole phone call over real sockets, in " + seconds + " s.");
    if (damages > 0) say("What the caller heard was torn in " + damages + " places.");
    if (failures > 0) say(Summary.counted(failures, "expectation") + " did not hold.");
    return failures == 0 && damages == 0 ? Main.FINE : Main.FINDINGS;
  }

  private synchronized void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
