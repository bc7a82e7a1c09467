package callflow.value;

/// The name of a variable of a flow.
public record VariableName(String value) implements Comparable<VariableName> {
  public VariableName {
    if (value.isEmpty()) throw new IllegalArgumentException("a name can't be empty");
  }

  @Override
  public int compareTo(VariableName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
