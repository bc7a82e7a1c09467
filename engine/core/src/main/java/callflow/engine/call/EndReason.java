package callflow.engine.call;

import callflow.value.TransferName;

/// How a call came to its end, for its record.
public sealed interface EndReason {
  /// The word for the records.
  String outcome();

  /// The flow hung up.
  record HungUp(String outcome) implements EndReason {}

  /// The caller is with somebody else now.
  record Transferred(TransferName transfer, String outcome) implements EndReason {
    public static final String USUAL = "transferred";
  }

  record CallerHungUp(String outcome) implements EndReason {
    public static final String USUAL = "caller_hung_up";
  }

  /// We could not go on: a bound was hit, or nothing in the flow said what to do.
  ///
  /// @param why one sentence for the record
  record Failed(String why) implements EndReason {
    @Override
    public String outcome() {
      return "failed";
    }
  }
}
