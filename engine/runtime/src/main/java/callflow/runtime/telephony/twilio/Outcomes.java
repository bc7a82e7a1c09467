package callflow.runtime.telephony.twilio;

import callflow.engine.call.TransferOutcome;
import callflow.runtime.server.Form;
import java.util.Optional;
import java.util.Set;

/// What Twilio's words for the end of a transfer or a call mean to us.
///
/// @see "Twilio: TwiML voice, Dial, Refer; Voice status callbacks"
final class Outcomes {
  private static final Set<String> OVER =
      Set.of("completed", "busy", "failed", "no-answer", "canceled");
  private static final Set<String> UP = Set.of("in-progress", "answered");

  private Outcomes() {}

  /// Whether a call with this status is gone for good.
  static boolean over(String callStatus) {
    return OVER.contains(callStatus);
  }

  static boolean answered(String callStatus) {
    return UP.contains(callStatus);
  }

  /// How a `<Dial>` or `<Refer>` came out; empty if the form tells of neither.
  static Optional<TransferOutcome> of(Form form) {
    return form.field("DialCallStatus")
        .map(Outcomes::ofDial)
        .or(() -> form.field("ReferCallStatus").map(status -> ofRefer(status, form)));
  }

  private static TransferOutcome ofDial(String status) {
    return switch (status) {
      case "completed", "answered" -> TransferOutcome.ANSWERED;
      case "busy" -> TransferOutcome.BUSY;
      case "no-answer" -> TransferOutcome.NO_ANSWER;
      default -> TransferOutcome.FAILED;
    };
  }

  /// The far end's last word counts; where it never came, Twilio's.
  private static TransferOutcome ofRefer(String status, Form form) {
    return form.field("NotifySipResponseCode")
        .filter(code -> !code.isEmpty())
        .map(Outcomes::ofSip)
        .orElseGet(
            () -> status.equals("completed") ? TransferOutcome.ANSWERED : TransferOutcome.FAILED);
  }

  private static TransferOutcome ofSip(String code) {
    return switch (code) {
      case "486", "600" -> TransferOutcome.BUSY;
      case "408", "480", "487" -> TransferOutcome.NO_ANSWER;
      case "603" -> TransferOutcome.DECLINED;
      default -> code.startsWith("2") ? TransferOutcome.ANSWERED : TransferOutcome.FAILED;
    };
  }
}
