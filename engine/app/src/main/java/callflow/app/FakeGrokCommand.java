package callflow.app;

import callflow.fakegrok.FakeGrok;
import callflow.fakegrok.Fault;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "`--port` is a number from 0 to 65535");
    }
    var settings =
        FakeGrok.Settings.unhurried(() -> new RehearsedMind(InstantSource.system())).withPort(port);
    if (!key.isEmpty()) settings = settings.withKey(key);
    try (var grok = FakeGrok.start(settings, faults.toArray(Fault[]::new))) {
      var out = spec.commandLine().getOut();
      out.println("realtime     " + grok.realtime());
      out.println("voice-agent  " + grok.voiceAgent());
      out.println("Ctrl-C ends it.");
      out.flush();
      new CountDownLatch(1).await();
      return Main.FINE;
    }
  }
}
