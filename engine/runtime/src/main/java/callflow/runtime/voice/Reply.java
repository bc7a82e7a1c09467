package callflow.runtime.voice;

import callflow.value.ToolCallId;
import callflow.voice.VoiceSignal.ToolAsked;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// One reply of the service, from its beginning until all its requests have been answered.
final class Reply {
  /// Requests of one reply that are looked at.
  private static final int MOST_CALLS = 64;

  /// Characters of a reply that are kept.
  private static final int MOST_CHARACTERS = 4_000;

  private final String id;
  private Optional<Wish> wish;
  private boolean heard;
  private final int visit;
  private final SequencedMap<ToolCallId, ToolAsked> calls = new LinkedHashMap<>();
  private final Set<ToolCallId> unanswered = new LinkedHashSet<>();
  private final StringBuilder words = new StringBuilder();
  private boolean stopped;
  private boolean spoken;

  /// @param wish what it was asked to be; empty when the service began it by itself
  Reply(String id, Optional<Wish> wish, boolean heard, int visit) {
    this.id = id;
    this.wish = wish;
    this.heard = heard;
    this.visit = visit;
  }

  String id() {
    return id;
  }

  /// The visit it was begun in.
  int visit() {
    return visit;
  }

  /// Whether it only says what we told it to.
  boolean isOurWords() {
    return wish.filter(Wish.Exactly.class::isInstance).isPresent();
  }

  /// Whether the caller has to hear it to its end.
  boolean mustBeHeard() {
    return !stopped && wish.filter(Wish::mustBeHeard).isPresent();
  }

  boolean isHeard() {
    return heard;
  }

  Optional<Wish> wish() {
    return wish;
  }

  /// It turns out that it was not asked for.
  void isTheServicesOwn(boolean mayBeHeard) {
    wish = Optional.empty();
    heard = mayBeHeard;
  }

  /// It was broken off: nothing of it counts any more.
  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  /// Its words are complete.
  void wordsAreWhole() {
    spoken = true;
  }

  /// Whether nothing is missing but the announcement of its end.
  boolean lacksOnlyItsEnd() {
    return spoken || !calls.isEmpty();
  }

  /// A piece of what the agent says, from a dialect that sends its words in pieces.
  void says(String piece) {
    if (words.length() + piece.length() <= MOST_CHARACTERS) words.append(piece);
  }

  /// All pieces so far.
  String words() {
    return words.toString().strip();
  }

  void asks(ToolAsked call) {
    if (calls.size() >= MOST_CALLS) return;
    if (calls.putIfAbsent(call.id(), call) == null) unanswered.add(call.id());
  }

  List<ToolAsked> calls() {
    return List.copyOf(calls.values());
  }

  boolean answered(ToolCallId id) {
    return unanswered.remove(id);
  }

  boolean isAnswered() {
    return unanswered.isEmpty();
  }
}
