package callflow.value;

/// The name of a tool, as a flow declares it; also of the two tools the engine reserves.
public record ToolName(String value) implements Comparable<ToolName> {
  public ToolName {
    if (value.isEmpty()) throw new IllegalArgumentException("a name can't be empty");
  }

  @Override
  public int compareTo(ToolName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
