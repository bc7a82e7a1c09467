package callflow.value;

/// What an operation does to the outside world; decides about retries, interruption and lost
/// answers.
public enum Effect {
  /// Looks things up; may be repeated and abandoned.
  READS,
  /// Changes something; repeated only where the operation honours keys.
  WRITES,
  /// Can't be taken back; never repeated by ourselves.
  IRREVERSIBLE;

  /// The word authors write.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
