package callflow.value;

/// The name of one state of a flow.
public record StateName(String value) implements Comparable<StateName> {
  /// Where `next: resume` leads: the state that was left for a detour. No state has this name.
  public static final StateName RESUME = new StateName("resume");

  public StateName {
    if (value.isEmpty()) throw new IllegalArgumentException("a name can't be empty");
  }

  @Override
  public int compareTo(StateName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
