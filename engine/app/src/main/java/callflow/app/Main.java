package callflow.app;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line `callflow`, and the only place that ends the JVM.
///
/// Exit codes: 0 fine, 1 findings in what was checked, 2 wrong usage, 3 our failure.
@Command(
    name = "callflow",
    description = "Runs phone conversations that are written down as YAML flows.",
    subcommands = {
      SimulateCommand.class,
      CheckCommand.class,
      ExplainCommand.class,
      TestCommand.class,
      NewCommand.class,
      DiagramCommand.class,
      DocumentCommand.class,
      FormatCommand.class,
      ServeCommand.class,
      DemoCommand.class,
      FakeGrokCommand.class
    },
    footer = {
      "",
      "First steps:",
      "  callflow simulate flows/northwind-billing   talk to a flow: you are the caller",
      "  callflow new                                start a flow of your own by a few answers",
      "  callflow check flows                        say what is wrong with flow files, and where",
      "  callflow explain RULE                       say more about a finding",
      "  callflow test flows                         play all scenarios",
      "  callflow demo                               watch a whole phone call, without an account",
      "",
      "callflow COMMAND --help tells more. Exit codes: 0 fine, 1 findings or failed tests,",
      "2 wrong usage, 3 our failure."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeOnExecutionException = Main.OUR_FAILURE)
public final class Main implements Runnable {
  /// Nothing to complain about.
  public static final int FINE = 0;

  /// What was checked has findings.
  public static final int FINDINGS = 1;

  /// The command line makes no sense.
  public static final int WRONG_USAGE = 2;

  /// The fault is ours, or the machine's.
  public static final int OUR_FAILURE = 3;

  @Spec private CommandSpec spec;

  private Main() {}

  /// Runs one command and ends the JVM with its exit code.
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /// A fault of ours is one sentence and an exit code, never a page of code for an analyst.
  private static int run(String[] args) {
    try {
      return commandLine().execute(args);
    } catch (StackOverflowError | OutOfMemoryError fault) {
      return failed(new PrintWriter(System.err, true, Charset.defaultCharset()), fault);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((wrong, _) -> misused(wrong))
        .setExecutionExceptionHandler((fault, line, _) -> failed(line.getErr(), fault));
  }

  /// One sentence about what is wrong with the command line, and where to read more.
  private static int misused(ParameterException wrong) {
    var line = wrong.getCommandLine();
    boolean command = wrong instanceof UnmatchedArgumentException && line.getParent() == null;
    var err = line.getErr();
    err.println(command ? unknownCommand(line, wrong) : wrong.getMessage());
    err.println("`" + line.getCommandSpec().qualifiedName() + " --help` tells more.");
    err.flush();
    return WRONG_USAGE;
  }

  private static String unknownCommand(CommandLine line, ParameterException wrong) {
    String given = ((UnmatchedArgumentException) wrong).getUnmatched().getFirst();
    return "there is no command `"
        + given
        + "`; the commands are "
        + String.join(", ", line.getSubcommands().keySet());
  }

  static int failed(PrintWriter err, Throwable fault) {
    err.println("callflow: something went wrong inside callflow itself: " + fault);
    err.println("callflow: please report this sentence and what you did; -Dcallflow.trace=true in");
    err.println("callflow: JDK_JAVA_OPTIONS shows where it happened");
    if (Boolean.getBoolean("callflow.trace")) fault.printStackTrace(err);
    err.flush();
    return OUR_FAILURE;
  }

  /// Without a subcommand there is nothing to do.
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
