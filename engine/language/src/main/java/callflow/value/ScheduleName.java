package callflow.value;

/// The name of a schedule of opening hours.
public record ScheduleName(String value) implements Comparable<ScheduleName> {
  public ScheduleName {
    if (value.isEmpty()) throw new IllegalArgumentException("a name can't be empty");
  }

  @Override
  public int compareTo(ScheduleName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
