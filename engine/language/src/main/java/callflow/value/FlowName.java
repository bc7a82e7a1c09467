package callflow.value;

/// The name of a flow, as `flow:` gives it.
public record FlowName(String value) implements Comparable<FlowName> {
  public FlowName {
    if (value.isEmpty()) throw new IllegalArgumentException("a name can't be empty");
  }

  @Override
  public int compareTo(FlowName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
