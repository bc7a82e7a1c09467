package callflow.value;

import java.util.List;

/// The words a flow uses for how a tool came out, besides the error codes of its operation.
public final class OutcomeWords {
  public static final String FAILED = "failed";

  /// No answer in time; of look-ups only, since a change without an answer is [#UNKNOWN].
  public static final String TIMEOUT = "timeout";

  /// Turned down, by the other side or by the engine.
  public static final String DENIED = "denied";

  /// It may have happened.
  public static final String UNKNOWN = "unknown";

  /// The caller said no.
  public static final String DECLINED = "declined";

  public static final List<String> ALL = List.of(FAILED, TIMEOUT, DENIED, UNKNOWN, DECLINED);

  private OutcomeWords() {}

  /// The words an outcome goes by, most specific first. `unknown` and `declined` never pass for a
  /// failure.
  ///
  /// @param outcome one of [#ALL], or an error code
  public static List<String> fallbacks(String outcome) {
    return switch (outcome) {
      case FAILED, UNKNOWN, DECLINED -> List.of(outcome);
      case TIMEOUT, DENIED -> List.of(outcome, FAILED);
      default -> List.of(outcome, DENIED, FAILED);
    };
  }
}
