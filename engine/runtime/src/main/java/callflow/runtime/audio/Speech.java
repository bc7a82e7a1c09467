package callflow.runtime.audio;

import java.time.Duration;

/// The caller begins or stops to speak. Times count from the beginning of the stream, in sound that
/// was heard, not by any clock.
public sealed interface Speech {

  /// Somebody speaks since `at`; it is noticed about 100 ms later.
  record Began(Duration at) implements Speech {}

  /// Nobody speaks any more since `at`; it is noticed when the pause has lasted.
  record Ended(Duration at) implements Speech {}
}
