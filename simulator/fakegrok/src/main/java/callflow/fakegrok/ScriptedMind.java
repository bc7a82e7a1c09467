package callflow.fakegrok;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// A mind that says what it was told beforehand, reply by reply, and "I see." when nothing is left.
/// Callable from any thread, so that a test may add to it and look into it during a call.
public final class ScriptedMind implements Mind {
  private static final int MAX_SITUATIONS = 1_000;
  private static final List<Act> NOTHING_LEFT = List.of(new Act.Speak("I see."));

  private final Queue<List<Act>> replies = new ArrayDeque<>();
  private final List<Situation> situations = new ArrayList<>();

  /// Adds a reply that is one sentence.
  public ScriptedMind says(String text) {
    return does(new Act.Speak(text));
  }

  /// Adds a reply; without acts, it is silence.
  public synchronized ScriptedMind does(Act... acts) {
    replies.add(List.of(acts));
    return this;
  }

  @Override
  public synchronized List<Act> reply(Situation situation) {
    if (situations.size() < MAX_SITUATIONS) situations.add(situation);
    var reply = replies.poll();
    return reply == null ? NOTHING_LEFT : reply;
  }

  /// What the model saw at each reply, oldest first; the first thousand are kept.
  public synchronized List<Situation> situations() {
    return List.copyOf(situations);
  }
}
