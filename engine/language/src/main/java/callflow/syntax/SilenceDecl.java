package callflow.syntax;

import callflow.source.Located;
import java.time.Duration;

/// One rung of a silence ladder: how long to wait after the last sound, then what to do.
public record SilenceDecl(Located<Duration> after, ActionDecl action) {}
