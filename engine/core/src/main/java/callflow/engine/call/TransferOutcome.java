package callflow.engine.call;

import java.util.Arrays;
import java.util.Optional;

/// How a transfer came out.
public enum TransferOutcome {
  /// The caller is connected.
  ANSWERED,
  /// Outside the opening hours; nobody was dialled.
  CLOSED,
  BUSY,
  NO_ANSWER,
  DECLINED,
  VOICEMAIL,
  FAILED,
  /// The connection lasted as long as it may.
  MAX_TIME;

  /// The word a flow uses for it.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static Optional<TransferOutcome> named(String word) {
    return Arrays.stream(values()).filter(outcome -> outcome.word().equals(word)).findFirst();
  }
}
