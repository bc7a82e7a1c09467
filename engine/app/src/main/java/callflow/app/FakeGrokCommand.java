package callflow.app;

import callflow.fakegrok.FakeGrok;
import callflow.fakegrok.Fault;
import callflow.fakegrok.Mind;
import callflow.fakegrok.ScriptedMind;
import callflow.value.Value;
import callflow.voice.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `callflow fake-grok`: stands in for the voice service on this machine.
@Command(
    name = "fake-grok",
    description = {
      "Stands in for the Grok service on this machine, in both of its dialects.",
      "It hears and speaks a code instead of speech, so only `callflow demo` and tests can talk to"
          + " it."
    },
    mixinStandardHelpOptions = true)
final class FakeGrokCommand implements Callable<Integer> {
  /// Lines of a script that are read.
  private static final int MOST_REPLIES = 1_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8091",
      description =
          "Where to listen on 127.0.0.1; 0 for any free port. ${DEFAULT-VALUE} by default.")
  private int port;

  @Option(names = "--key", paramLabel = "KEY", description = "The only key that is let in.")
  private String key = "";

  @Option(
      names = "--fault",
      paramLabel = "FAULT",
      description = "Something that shall go wrong once, in this order: ${COMPLETION-CANDIDATES}.")
  private List<Fault> faults = List.of();

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = {
        "What the model does, one reply a line: words, or {\"name\": …, \"arguments\": {…}} to ask"
            + " for",
        "a function. Without it the model rehearses: it understands plain words by the flow's own."
      })
  private Optional<Path> script = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "`--port` is a number from 0 to 65535");
    }
    var settings = FakeGrok.Settings.unhurried(minds()).withPort(port);
    if (!key.isEmpty()) settings = settings.withKey(key);
    try (var grok = start(settings)) {
      var out = spec.commandLine().getOut();
      out.println("realtime     " + grok.realtime());
      out.println("voice-agent  " + grok.voiceAgent());
      out.println("Ctrl-C ends it.");
      out.flush();
      new CountDownLatch(1).await();
      return Main.FINE;
    }
  }

  private FakeGrok start(FakeGrok.Settings settings) {
    try {
      return FakeGrok.start(settings, faults.toArray(Fault[]::new));
    } catch (RuntimeException taken) {
      if (!(taken.getCause() instanceof IOException)) throw taken;
      throw new ParameterException(
          spec.commandLine(),
          "`--port`: 127.0.0.1 port " + port + " can't be had; another program listens there");
    }
  }

  /// A new mind for each session.
  private Supplier<Mind> minds() {
    if (script.isEmpty()) return () -> new RehearsedMind(InstantSource.system());
    var replies = read(script.get()).stream().map(this::reply).toList();
    return () -> {
      var mind = new ScriptedMind();
      replies.forEach(mind::does);
      return mind;
    };
  }

  private List<String> read(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).limit(MOST_REPLIES).toList();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new ParameterException(
          spec.commandLine(), "`" + ProjectFiles.shown(file) + "` can't be read as text");
    }
  }

  private Mind.Act reply(String line) {
    if (!line.startsWith("{")) return new Mind.Act.Speak(line.strip());
    var call = Json.object(line).orElse(Value.Fields.NONE);
    var name = call.get("name");
    if (name.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "`" + line.strip() + "` is no {\"name\": …, \"arguments\": {…}}");
    }
    var arguments = call.get("arguments").orElse(Value.Fields.NONE);
    return new Mind.Act.Call(name.get().toString(), Json.text(arguments));
  }
}
