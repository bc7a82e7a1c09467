package callflow.connector.operation;

/// A text that must not be read by accident: printing it gives `***`.
///
/// Deliberately not a record, not comparable and not serialisable.
public final class Secret {
  private final String text;

  public Secret(String text) {
    this.text = text;
  }

  /// The text itself; to be asked for only where it is put on the wire.
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "***";
  }
}
