package callflow.bench;

/// Prints all numbers; takes a minute.
public final class Numbers {
  private Numbers() {}

  public static void main(String[] arguments) {
    InterpreterNumbers.print();
    CheckNumbers.print();
  }
}
