package callflow.runtime.server;

import java.util.function.Function;

/// Decides who may open a WebSocket. Called on a virtual thread of its own.
@FunctionalInterface
public interface Entrance {
  Decision knock(Request request);

  sealed interface Decision {
    /// Come in.
    ///
    /// @param visitor called once, when the socket is open; returns who hears what comes in
    record Enter(Function<Socket, SocketListener> visitor) implements Decision {}

    /// Stay out; the answer goes out instead of the upgrade.
    record Refuse(Response response) implements Decision {}
  }
}
