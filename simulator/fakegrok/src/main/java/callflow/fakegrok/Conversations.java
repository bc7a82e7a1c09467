package callflow.fakegrok;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Conversations that may be resumed. Callable from any thread.
final class Conversations {
  private static final int MAX_KEPT = 200;

  private final Map<String, Conversation> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Conversation> eldest) {
          return size() > MAX_KEPT;
        }
      };

  synchronized void keep(Conversation conversation) {
    kept.put(conversation.id(), conversation);
  }

  /// The conversation by its id; it can be taken once until it is kept again.
  synchronized Optional<Conversation> take(String id) {
    return Optional.ofNullable(kept.remove(id));
  }
}
