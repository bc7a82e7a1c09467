package callflow.fakegrok.caller;

import java.time.Duration;

/// What becomes of a `<Dial>` or `<Refer>`.
///
/// @param status Twilio's word: `completed`, `busy`, `no-answer`, `failed` or `canceled`
/// @param sipCode the far end's answer
/// @param talk how long the two talk to each other; zero if they don't
public record Dialled(String status, int sipCode, Duration talk) {
  public static final Dialled ANSWERED = answered(Duration.ZERO);
  public static final Dialled BUSY = new Dialled("busy", 486, Duration.ZERO);
  public static final Dialled NO_ANSWER = new Dialled("no-answer", 480, Duration.ZERO);
  public static final Dialled FAILED = new Dialled("failed", 404, Duration.ZERO);

  /// Somebody answers, and hangs up after this time.
  public static Dialled answered(Duration talk) {
    return new Dialled("completed", 200, talk);
  }

  boolean isAnswered() {
    return status.equals("completed");
  }
}
