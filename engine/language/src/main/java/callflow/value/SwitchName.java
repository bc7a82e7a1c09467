package callflow.value;

/// The name of a switch that people throw while calls come in.
public record SwitchName(String value) implements Comparable<SwitchName> {
  public SwitchName {
    if (value.isEmpty()) throw new IllegalArgumentException("a name can't be empty");
  }

  @Override
  public int compareTo(SwitchName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
