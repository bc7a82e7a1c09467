package callflow.app;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/// One run of the command line within the test's own JVM.
record CommandLineRun(int exit, String out, String err) {

  static CommandLineRun of(String... arguments) {
    return typing("", arguments);
  }

  /// The same with these lines on standard input.
  static CommandLineRun typing(String input, String... arguments) {
    var before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return of(Main.commandLine(), arguments);
    } finally {
      System.setIn(before);
    }
  }

  /// One run of one command on its own.
  static CommandLineRun of(CommandLine line, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit =
        line.setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new CommandLineRun(exit, out.toString(), err.toString());
  }
}
