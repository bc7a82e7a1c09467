package callflow.check;

import java.util.List;
import java.util.Set;

/// The words of `on:`: what can happen to a call and be handled by a flow.
final class Events {
  static final String FAILED = "failed";
  static final String TIMEOUT = "timeout";
  static final String DENIED = "denied";
  static final String UNKNOWN = "unknown";
  static final String DECLINED = "declined";

  /// How any tool may come out, besides the error codes of its operation.
  static final List<String> OF_TOOLS = List.of(FAILED, TIMEOUT, DENIED, UNKNOWN, DECLINED);

  /// What stands for any tool in `tool.failed`.
  static final String ANY_TOOL = "tool";

  static final String CLOSED = "closed";

  /// How a transfer may come back; `closed` only where it has opening hours.
  static final List<String> OF_TRANSFERS =
      List.of("busy", "no_answer", "declined", "voicemail", FAILED, CLOSED, "max_time");

  /// The outcomes of a transfer a flow need not handle: the caller had been connected.
  static final Set<String> OPTIONAL = Set.of("max_time");

  static final String EXHAUSTED = "attempts_exhausted";

  /// What may happen wherever callers are heard.
  static final List<String> OF_CONVERSATIONS = List.of("voice_lost", "max_turns", "max_time");

  private Events() {}

  /// The words an outcome of a tool goes by, most specific first.
  static List<String> fallbacks(String outcome) {
    return switch (outcome) {
      case FAILED, UNKNOWN, DECLINED -> List.of(outcome);
      case TIMEOUT, DENIED -> List.of(outcome, FAILED);
      default -> List.of(outcome, DENIED, FAILED);
    };
  }
}
