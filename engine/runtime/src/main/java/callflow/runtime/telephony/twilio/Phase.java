package callflow.runtime.telephony.twilio;

import callflow.engine.call.TransferOutcome;
import callflow.runtime.telephony.CallLeg.TransferOrder;
import java.util.List;
import java.util.Optional;

/// How far a leg is.
sealed interface Phase {
  /// Twilio has a ticket, the media never came.
  record Invited() implements Phase {}

  record Talking(MediaSocket media) implements Phase {}

  /// The media is gone and is to come back.
  ///
  /// @param outcome of the transfer that it comes back from; told when it is there
  record Away(Optional<TransferOutcome> outcome) implements Phase {}

  /// We closed the media; Twilio is about to ask what to do.
  record Leaving(Order order) implements Phase {}

  /// The far end is ringing.
  ///
  /// @param hangUpAfter we want the call to end even if nobody answers
  record Dialling(boolean hangUpAfter) implements Phase {}

  /// The caller talks to the far end.
  record Bridged() implements Phase {}

  record Gone() implements Phase {}

  /// What is to be done when Twilio asks.
  sealed interface Order {
    record HangUp(List<String> unsaid) implements Order {
      public HangUp {
        unsaid = List.copyOf(unsaid);
      }
    }

    record Transfer(TransferOrder order) implements Order {}
  }
}
