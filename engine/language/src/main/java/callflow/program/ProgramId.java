package callflow.program;

/// The SHA-256 of a program's canonical form, in hexadecimal: equal ids mean equal behaviour.
public record ProgramId(String value) {
  /// Of a program that has not been named yet.
  public static final ProgramId NONE = new ProgramId("");

  @Override
  public String toString() {
    return value;
  }
}
