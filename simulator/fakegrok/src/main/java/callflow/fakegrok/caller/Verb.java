package callflow.fakegrok.caller;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an answer of the voice webhook orders. Addresses are absolute.
sealed interface Verb {
  /// Streams the caller's sound to a socket until that is closed.
  ///
  /// @param action where to ask what comes next; empty for the next verb
  record Connect(
      Optional<URI> action, URI socket, Optional<URI> status, Map<String, String> parameters)
      implements Verb {}

  /// Calls somebody else and bridges.
  record Dial(Optional<URI> action, Duration ring, List<Target> targets) implements Verb {}

  /// Asks the caller's own network to call somebody else.
  record Refer(Optional<URI> action, String target) implements Verb {}

  record Say(String words) implements Verb {}

  record Pause(Duration length) implements Verb {}

  record Redirect(URI address) implements Verb {}

  record Reject(String reason) implements Verb {}

  record Hangup() implements Verb {}

  /// One far end.
  ///
  /// @param status where to say that it answered
  record Target(String address, Optional<URI> status) {}
}
