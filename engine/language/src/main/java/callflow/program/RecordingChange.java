package callflow.program;

/// What entering a state does to the recording of the call.
public enum RecordingChange {
  /// It goes on as it was; one that was paused goes on again.
  NONE,
  /// The caller knows, and may be recorded from here on.
  START,
  /// Nothing of this state may be on it.
  PAUSE
}
