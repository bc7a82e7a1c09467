package callflow.fakegrok.caller;

/// Whoever answers did something Twilio would end the call for.
final class CallFailed extends Exception {
  private static final long serialVersionUID = 1L;

  CallFailed(String message) {
    super(message);
  }
}
