package callflow.runtime.voice;

import callflow.value.ToolCallId;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// The requests of the model that have been looked at. A service may send one twice, in two frames
/// or in two replies; it is made once.
final class Seen {
  private static final int MOST = 256;

  private final SequencedSet<ToolCallId> ids = new LinkedHashSet<>();

  boolean isNew(ToolCallId id) {
    boolean news = ids.add(id);
    if (ids.size() > MOST) ids.removeFirst();
    return news;
  }

  /// On another connection ids may begin anew.
  void clear() {
    ids.clear();
  }
}
