package callflow.program;

/// The SHA-256 of a program's canonical form, in hexadecimal: equal ids mean equal behaviour.
public record ProgramId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
