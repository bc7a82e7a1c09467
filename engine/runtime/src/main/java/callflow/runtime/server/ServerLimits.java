package callflow.runtime.server;

import java.time.Duration;

/// How much the listener takes before it says no.
///
/// @param connections open at the same time; further ones wait in the system's backlog
/// @param requestsInFlight answered at the same time; further ones get 503
/// @param entityBytes of one request's body; more gets 413
/// @param headerBytes of one request's head, all lines together
/// @param headers lines in one request's head
/// @param parse for a request's head to arrive
/// @param idle between two requests of a connection, and before the first
/// @param read for a request's whole body to arrive, however it drips
/// @param textBytes of one WebSocket message; more closes the socket with 1009
/// @param fragments one message may come in; more closes the socket with 1009
/// @param waitingBytes that one socket may owe its peer; what goes beyond is not taken
/// @param drain how long closing waits for requests in flight
public record ServerLimits(
    int connections,
    int requestsInFlight,
    int entityBytes,
    int headerBytes,
    int headers,
    Duration parse,
    Duration idle,
    Duration read,
    int textBytes,
    int fragments,
    int waitingBytes,
    Duration drain) {

  /// Tried against slow, half and oversized requests: each is gone within five seconds.
  public static final ServerLimits DEFAULT =
      new ServerLimits(
          4_000,
          256,
          64 * 1024,
          16 * 1024,
          100,
          Duration.ofSeconds(2),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          64 * 1024,
          16,
          1024 * 1024,
          Duration.ofSeconds(10));

  public ServerLimits {
    atLeastOne("connections", connections);
    atLeastOne("requestsInFlight", requestsInFlight);
    atLeastOne("entityBytes", entityBytes);
    atLeastOne("headerBytes", headerBytes);
    atLeastOne("headers", headers);
    atLeastOne("textBytes", textBytes);
    atLeastOne("fragments", fragments);
    atLeastOne("waitingBytes", waitingBytes);
    atLeastOne("parse", parse.toMillis());
    atLeastOne("idle", idle.toMillis());
    atLeastOne("read", read.toMillis());
    atLeastOne("drain", drain.toMillis());
  }

  private static void atLeastOne(String name, long value) {
    if (value < 1) throw new IllegalArgumentException(name + " is " + value);
  }
}
