package callflow.syntax;

import callflow.source.Located;
import java.time.Duration;
import java.util.Optional;

/// `limits:` of a flow: how far one call may go. What is left out has a default.
public record CallLimitsDecl(
    Optional<Located<Duration>> callTime,
    Optional<Located<Duration>> idle,
    Optional<Located<Duration>> interDigit,
    Optional<Located<Integer>> turns,
    Optional<Located<Integer>> toolCalls,
    Optional<Located<Integer>> confirmAsks,
    Optional<Located<Integer>> voiceRestarts) {
  public static final CallLimitsDecl NONE =
      new CallLimitsDecl(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
