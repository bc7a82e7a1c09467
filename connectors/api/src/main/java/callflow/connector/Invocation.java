package callflow.connector;

import callflow.value.Value;
import java.time.Duration;

/// One request to a connector.
///
/// @param operation the operation's name within the connector
/// @param arguments checked against the operation's input schema already
/// @param key the same for every attempt at the same action, different for all others
/// @param patience how long the caller may be kept waiting, from now on, everything included
public record Invocation(String operation, Value.Fields arguments, String key, Duration patience) {}
