package callflow.engine.call;

/// The clocks of one call; at most one of each kind runs.
public enum TimerId {
  /// Nobody has made a sound for a while.
  SILENCE,
  /// No further key came.
  KEYS,
  /// The transfer has not answered.
  RING,
  /// The call has taken as long as it may.
  CALL
}
