package callflow.app;

import callflow.program.TransferDef;
import callflow.runtime.telephony.twilio.TwilioCarrier;
import java.util.Locale;
import java.util.Optional;

/// Whether the carrier can hand callers over as the flows of a deployment ask for it.
final class CarrierTransfers {
  private CarrierTransfers() {}

  /// The first thing it can't do yet, as a sentence; empty when it can do everything.
  static Optional<String> obstacle(Deployment deployment) {
    for (var line : deployment.lines()) {
      for (var transfer : line.program().transfers().values()) {
        var obstacle = obstacle(transfer);
        if (obstacle.isEmpty()) continue;
        return Optional.of(
            ProjectFiles.shown(line.flow())
                + ": transfer `"
                + transfer.name()
                + "` "
                + obstacle.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> obstacle(TransferDef transfer) {
    if (!TwilioCarrier.supports(transfer.mode())) {
      String mode = transfer.mode().name().toLowerCase(Locale.ROOT);
      return Optional.of(
          "is `mode: " + mode + "`, which lines of Twilio can't do yet; write `mode: cold`");
    }
    var manner = transfer.manner();
    if (manner.queue().isPresent()) return unable("queue");
    return manner.whisper().isPresent() ? unable("whisper") : Optional.empty();
  }

  private static Optional<String> unable(String key) {
    return Optional.of(
        "has a `" + key + "`, which lines of Twilio can't do yet; take `" + key + ":` out");
  }
}
