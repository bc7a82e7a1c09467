package callflow.runtime.telephony.twilio;

/// The secret an account signs its webhooks with; printing it gives `***`.
///
/// Deliberately not a record, not comparable and not serialisable.
public final class AuthToken {
  private final String text;

  public AuthToken(String text) {
    if (text.isBlank()) throw new IllegalArgumentException("an empty auth token signs nothing");
    this.text = text;
  }

  String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "***";
  }
}
