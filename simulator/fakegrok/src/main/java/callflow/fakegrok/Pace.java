package callflow.fakegrok;

import java.time.Duration;

/// How fast the service speaks, and how much faster it makes speech.
///
/// @param thinking from the beginning of a reply to its first sound
/// @param factor how many times faster than spoken a reply is sent; recorded sessions: 2 to 4
record Pace(int millisPerCharacter, double factor, Duration thinking) {
  Duration production(int spokenMillis) {
    return Duration.ofNanos((long) (spokenMillis * 1e6 / factor));
  }
}
