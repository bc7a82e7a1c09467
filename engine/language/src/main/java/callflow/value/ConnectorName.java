package callflow.value;

/// The name of a connector, the part of `billing.pay` before the dot.
public record ConnectorName(String value) implements Comparable<ConnectorName> {
  public ConnectorName {
    if (value.isEmpty()) throw new IllegalArgumentException("a name can't be empty");
  }

  @Override
  public int compareTo(ConnectorName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
