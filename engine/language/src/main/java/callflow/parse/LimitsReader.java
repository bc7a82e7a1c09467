package callflow.parse;

import callflow.syntax.DeploymentFile.LimitsDecl;

/// The section `limits:` of a deployment.
final class LimitsReader {
  /// More than one process can carry, and more than an account of the voice service allows.
  private static final int MAX_CALLS = 10_000;

  /// About half a minute of speech; a caller who can't be served hears no more.
  private static final int MAX_BUSY_LENGTH = 500;

  private LimitsReader() {}

  static LimitsDecl read(Slot slot) {
    return slot.fields("`limits`", "`limits: { calls: 50, grok_sessions: 10 }`")
        .map(map -> {
          var limits =
              new LimitsDecl(
                  map.take("calls").flatMap(each -> each.integer(1, MAX_CALLS)),
                  map.take("grok_sessions").flatMap(each -> each.integer(1, MAX_CALLS)),
                  map.take("busy").flatMap(each -> each.sentence(MAX_BUSY_LENGTH)));
          map.close();
          return limits;
        })
        .orElse(LimitsDecl.NONE);
  }
}
