package callflow.engine.call;

import java.time.Duration;
import java.util.Optional;

/// What the two sides of a transfer hear and see of it; texts are as they are spoken.
///
/// @param callerId the E.164 number the person who answers sees; the carrier's own when empty
/// @param whisper what that person hears before being connected
/// @param brief what that person is told before being asked to take the call
/// @param waiting how the caller waits until somebody is free
public record Handover(
    Optional<String> callerId,
    Optional<String> whisper,
    Optional<String> brief,
    Optional<Waiting> waiting) {
  public static final Handover PLAIN =
      new Handover(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// A place in a queue.
  ///
  /// @param most after this the transfer comes back as `no_answer`
  public record Waiting(Optional<String> music, Duration most, Optional<Reminder> reminder) {}

  /// What a waiting caller hears from time to time.
  public record Reminder(Duration every, String say) {}
}
