package callflow.runtime.voice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is known of the caller's turn: whether somebody speaks, and which words are still awaited.
///
/// A service repeats itself: one turn may begin twice, and its words come in several versions.
final class Hearing {
  /// Turns whose words are remembered, to tell a repetition.
  private static final int MOST_ITEMS = 16;

  private final Map<String, String> words =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST_ITEMS;
        }
      };
  private boolean speaking;
  private boolean early;
  private Optional<String> awaited = Optional.empty();

  /// Somebody begins to speak.
  ///
  /// @return whether that is news
  boolean started() {
    boolean news = !speaking;
    if (news) early = false;
    speaking = true;
    return news;
  }

  boolean isSpeaking() {
    return speaking;
  }

  void stopped() {
    speaking = false;
  }

  /// The turn is closed.
  void committed(String item) {
    speaking = false;
    boolean known = item.isEmpty() ? early : words.containsKey(item);
    if (!known) awaited = Optional.of(item);
  }

  /// Whether words without a speaker may be the caller's.
  boolean mayBeCallers() {
    return speaking || awaited.isPresent();
  }

  boolean awaitsWords() {
    return awaited.isPresent();
  }

  void forgetAwaited() {
    awaited = Optional.empty();
  }

  /// Words of a turn have come.
  ///
  /// @return whether they are there for the first time, or others than before
  boolean isNew(String item, String text) {
    if (text.isBlank()) return false;
    early = speaking;
    return item.isEmpty() || !text.equals(words.put(item, text));
  }

  void forgetAll() {
    words.clear();
    speaking = false;
    awaited = Optional.empty();
  }
}
