package callflow.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line `callflow`, and the only place that ends the JVM.
///
/// Exit codes: 0 fine, 1 findings in what was checked, 2 wrong usage, 3 our failure.
@Command(
    name = "callflow",
    description = "Checks, draws, simulates and runs call flows.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeOnExecutionException = Main.OUR_FAILURE)
public final class Main implements Runnable {
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
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main());
  }

  /// Without a subcommand there is nothing to do.
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
