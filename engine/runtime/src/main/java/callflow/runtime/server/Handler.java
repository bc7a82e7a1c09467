package callflow.runtime.server;

/// Answers one request. Called on a virtual thread of its own, so it may wait; what it throws
/// becomes an empty 500.
@FunctionalInterface
public interface Handler {
  Response answer(Request request);
}
