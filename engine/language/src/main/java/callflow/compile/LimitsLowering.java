package callflow.compile;

import callflow.program.Limits;
import callflow.source.Located;
import callflow.syntax.CallLimitsDecl;
import java.util.Optional;

/// The bounds of a call, the usual ones where the flow does not say.
final class LimitsLowering {
  private static final Limits USUAL = Limits.DEFAULT;

  private LimitsLowering() {}

  static Limits lower(CallLimitsDecl limits) {
    return new Limits(
        USUAL.microsteps(),
        or(limits.turns(), USUAL.turns()),
        USUAL.toolRequests(),
        or(limits.toolCalls(), USUAL.toolCalls()),
        or(limits.callTime(), USUAL.callTime()),
        or(limits.idle(), USUAL.idle()),
        or(limits.confirmAsks(), USUAL.confirmAsks()),
        or(limits.voiceRestarts(), USUAL.voiceRestarts()),
        or(limits.interDigit(), USUAL.interDigit()),
        USUAL.textLength());
  }

  private static <T> T or(Optional<Located<T>> written, T usual) {
    return written.map(Located::value).orElse(usual);
  }
}
