package callflow.program;

import java.time.Duration;

/// The bounds of one call; hitting one takes the flow's failure path.
///
/// @param microsteps moves between two events; a flow that needs more goes round without the caller
/// @param turns turns of the caller in a call
/// @param toolRequests requests for tools by the model in one of its turns
/// @param toolCalls requests for tools by the model in a call
/// @param callTime how long a call may take
/// @param idle how long nobody may make a sound where the flow has no silence ladder left
/// @param confirmAsks how often a question for a yes is put before it counts as a no
/// @param voiceRestarts how often a lost voice session is set up again in a call
/// @param interDigit the pause after which an entry by keys is complete
/// @param textLength characters of a text value or an utterance kept in the call's state
public record Limits(
    int microsteps,
    int turns,
    int toolRequests,
    int toolCalls,
    Duration callTime,
    Duration idle,
    int confirmAsks,
    int voiceRestarts,
    Duration interDigit,
    int textLength) {
  /// A call that needs more of one of these went wrong, whatever its flow says.
  public static final Limits DEFAULT =
      new Limits(
          100,
          200,
          20,
          400,
          Duration.ofMinutes(30),
          Duration.ofSeconds(60),
          3,
          2,
          Duration.ofSeconds(3),
          4000);
}
