package callflow.bench;

import java.io.IOException;
import java.nio.file.Path;

/// Prints all numbers; takes some minutes.
///
/// With the jars of a built callflow and a folder of flows as arguments also those of a cold start.
public final class Numbers {
  private Numbers() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    InterpreterNumbers.print();
    CheckNumbers.print();
    if (arguments.length == 2) ColdNumbers.print(Path.of(arguments[0]), Path.of(arguments[1]));
  }
}
