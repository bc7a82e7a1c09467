package callflow.value;

/// The name of a move the model may ask for: a choice of a state, or an `anywhere` entry.
public record ChoiceName(String value) implements Comparable<ChoiceName> {
  public ChoiceName {
    if (value.isEmpty()) throw new IllegalArgumentException("a name can't be empty");
  }

  @Override
  public int compareTo(ChoiceName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
