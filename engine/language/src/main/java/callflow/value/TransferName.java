package callflow.value;

/// The name of a transfer target a flow declares.
public record TransferName(String value) implements Comparable<TransferName> {
  public TransferName {
    if (value.isEmpty()) throw new IllegalArgumentException("a name can't be empty");
  }

  @Override
  public int compareTo(TransferName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
