package callflow.check;

import java.util.List;
import java.util.Set;

/// The words of `on:`: what can happen to a call and be handled by a flow.
final class Events {
  /// What stands for any tool in `tool.failed`.
  static final String ANY_TOOL = "tool";

  static final String CLOSED = "closed";

  /// How a transfer may come back; `closed` only where it has opening hours.
  static final List<String> OF_TRANSFERS =
      List.of("busy", "no_answer", "declined", "voicemail", "failed", CLOSED, "max_time");

  /// The outcomes of a transfer a flow need not handle: the caller had been connected.
  static final Set<String> OPTIONAL = Set.of("max_time");

  static final String EXHAUSTED = "attempts_exhausted";

  /// What may happen wherever callers are heard.
  static final List<String> OF_CONVERSATIONS = List.of("voice_lost", "max_turns", "max_time");

  private Events() {}
}
