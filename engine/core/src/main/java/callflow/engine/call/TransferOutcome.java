package callflow.engine.call;

import java.util.Arrays;
import java.util.List;
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

  /// What a telephone line can answer; that nobody is there at this hour the engine sees itself.
  public static List<TransferOutcome> fromTheLine() {
    return Arrays.stream(values()).filter(outcome -> outcome != CLOSED).toList();
  }

  public static Optional<TransferOutcome> named(String word) {
    return Arrays.stream(values()).filter(outcome -> outcome.word().equals(word)).findFirst();
  }
}
