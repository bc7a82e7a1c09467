package callflow.program;

import java.time.Duration;

/// What happens when nobody has made a sound for that long since the rung before.
public record SilenceRung(Duration after, Action action) {}
