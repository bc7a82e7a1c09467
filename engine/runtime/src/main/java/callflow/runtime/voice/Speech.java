package callflow.runtime.voice;

import callflow.runtime.audio.AudioBridge.Expected;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What is still to be spoken, in order, and what the service was asked for and has not begun.
final class Speech {
  /// Sentences that may wait; a flow that queues more has lost its caller long before.
  private static final int MOST_WISHES = 100;

  /// How often a reply to the same wish may fail.
  private static final int MOST_FAILURES = 3;

  private final Deque<Wish> wishes = new ArrayDeque<>();
  private final Deque<Wish> asked = new ArrayDeque<>();

  void say(String text, boolean interruptible) {
    boolean waits =
        wishes.stream()
            .anyMatch(wish -> wish instanceof Wish.Exactly(var same, _, _, _) && same.equals(text));
    if (!waits && wishes.size() < MOST_WISHES)
      wishes.add(new Wish.Exactly(text, interruptible, new Expected(), 0));
  }

  void letSpeak(String note) {
    if (wishes.size() < MOST_WISHES) wishes.add(new Wish.Freely(note, new Expected(), 0));
  }

  /// The next thing to ask the service for.
  Optional<Wish> next() {
    var wish = Optional.ofNullable(wishes.poll());
    wish.ifPresent(asked::add);
    return wish;
  }

  /// The service has begun what it was asked for.
  Optional<Wish> begun(Expected reply) {
    for (Iterator<Wish> each = asked.iterator(); each.hasNext(); ) {
      var wish = each.next();
      if (wish.reply() == reply) {
        each.remove();
        return Optional.of(wish);
      }
    }
    return Optional.empty();
  }

  /// What was asked for last was turned down for now; it is asked for again.
  void refused() {
    Optional.ofNullable(asked.pollLast()).ifPresent(this::again);
  }

  /// It has not been heard and is to be spoken first, unless it has been overtaken.
  void again(Wish wish) {
    if (wish.reply().wanted()) again(wish, wish.failures());
  }

  /// The service began it and could not speak it.
  ///
  /// @return whether it is asked for again
  boolean failed(Wish wish) {
    boolean oncemore = wish.reply().wanted() && wish.failures() + 1 < MOST_FAILURES;
    if (oncemore) again(wish, wish.failures() + 1);
    return oncemore;
  }

  private void again(Wish wish, int failures) {
    wishes.addFirst(
        switch (wish) {
          case Wish.Exactly(var text, var interruptible, _, _) ->
              new Wish.Exactly(text, interruptible, new Expected(), failures);
          case Wish.Freely(var note, _, _) -> new Wish.Freely(note, new Expected(), failures);
        });
  }

  /// The model speaks of its own accord: it need not be asked to, if that was all.
  void merge() {
    if (wishes.peek() instanceof Wish.Freely(var note, _, _) && note.isEmpty()) wishes.remove();
  }

  /// What was overtaken and has not begun will not.
  void forgetOvertaken() {
    asked.removeIf(wish -> !wish.reply().wanted());
  }

  /// The model's own words are not wanted any more; the flow's are.
  void forgetFree() {
    wishes.removeIf(Wish.Freely.class::isInstance);
    asked.stream().filter(Wish.Freely.class::isInstance).forEach(wish -> wish.reply().forget());
  }

  /// Nothing is spoken any more, and nothing that was asked for will come.
  void clear() {
    wishes.clear();
    asked.clear();
  }

  /// Nothing of it is wanted any more.
  void forgetAll() {
    wishes.clear();
    asked.forEach(wish -> wish.reply().forget());
  }

  /// The connection is gone: what was asked for will not come.
  void connectionLost() {
    while (!asked.isEmpty()) {
      var wish = asked.pollLast();
      if (wish instanceof Wish.Exactly) again(wish);
    }
    wishes.removeIf(Wish.Freely.class::isInstance);
  }

  boolean isEmpty() {
    return wishes.isEmpty() && asked.isEmpty();
  }

  boolean waits() {
    return !wishes.isEmpty();
  }

  /// Whether something is to come that the caller has to hear.
  boolean mustBeHeard() {
    return wishes.stream().anyMatch(Wish::mustBeHeard)
        || asked.stream().anyMatch(wish -> wish.mustBeHeard() && wish.reply().wanted());
  }

  /// The flow's sentences that were not spoken.
  List<String> unsaid() {
    return wishes.stream()
        .filter(Wish.Exactly.class::isInstance)
        .map(wish -> ((Wish.Exactly) wish).text())
        .toList();
  }
}
