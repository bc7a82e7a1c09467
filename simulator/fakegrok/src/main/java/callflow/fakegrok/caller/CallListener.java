package callflow.fakegrok.caller;

/// Hears what happens in a call; must return at once. Called on the call's threads.
@FunctionalInterface
public interface CallListener {
  CallListener NONE = _ -> {};

  void happened(CallEvent event);
}
