package callflow.fakegrok.caller;

import callflow.fakegrok.Ear;
import callflow.fakegrok.Ear.Utterance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Everything a caller went through. Callable from any thread.
final class Experience implements MediaStream.Hearer {
  private static final int MAX_EVENTS = 10_000;

  private final CallListener listener;
  private final Ear ear = new Ear();
  private final List<CallEvent> events = new ArrayList<>();
  private final List<String> marks = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /// What was heard and is over; the sentence being heard is added when asked.
  private final StringBuilder text = new StringBuilder();

  private int told;
  private int awaited;
  private int clears;
  private int streams;
  private Optional<String> end = Optional.empty();

  Experience(CallListener listener) {
    this.listener = listener;
  }

  synchronized void happened(CallEvent event) {
    if (events.size() < MAX_EVENTS) events.add(event);
    listener.happened(event);
    notifyAll();
  }

  synchronized void toldByCarrier(String words) {
    finished(true);
    text.append(words).append(' ');
    happened(new CallEvent.ToldByCarrier(words));
  }

  synchronized void ended(String why) {
    end = Optional.of(why);
    happened(new CallEvent.Ended(why));
  }

  @Override
  public synchronized void connected(String streamSid) {
    streams++;
    happened(new CallEvent.MediaConnected(streamSid));
  }

  @Override
  public synchronized void spoke(String words) {
    happened(new CallEvent.Spoke(words));
  }

  @Override
  public synchronized void pressed(char key) {
    happened(new CallEvent.Pressed(key));
  }

  @Override
  public synchronized void marked(String name) {
    if (marks.size() < MAX_EVENTS) marks.add(name);
    notifyAll();
  }

  @Override
  public synchronized void cleared() {
    clears++;
    finished(true);
    happened(new CallEvent.Cleared());
  }

  @Override
  public synchronized void warned(String warning) {
    if (warnings.size() < MAX_EVENTS) warnings.add(warning);
    happened(new CallEvent.Warned(warning));
  }

  @Override
  public synchronized void heard(byte[] mulaw, int from, int to) {
    ear.hear(mulaw, from, to);
  }

  @Override
  public synchronized void played() {
    finished(false);
    notifyAll();
  }

  /// Tells of sentences that are over.
  ///
  /// @param cut whether the present one is over, too, because no more of it will come
  synchronized void finished(boolean cut) {
    if (cut) ear.cut();
    var all = ear.utterances();
    while (told < all.size() && (told < all.size() - 1 || all.get(told).ended() || cut)) {
      var utterance = all.get(told++);
      text.append(utterance.words()).append(' ');
      happened(new CallEvent.Heard(utterance.words(), utterance.ended()));
    }
  }

  synchronized List<Utterance> heard() {
    return ear.utterances();
  }

  synchronized String text() {
    var all = ear.utterances();
    return told < all.size() ? text + all.getLast().words() : text.toString().strip();
  }

  synchronized int damages() {
    return ear.damages();
  }

  synchronized List<CallEvent> events() {
    return List.copyOf(events);
  }

  synchronized List<String> marks() {
    return List.copyOf(marks);
  }

  synchronized List<String> warnings() {
    return List.copyOf(warnings);
  }

  synchronized int clears() {
    return clears;
  }

  synchronized int streams() {
    return streams;
  }

  synchronized Optional<String> end() {
    return end;
  }

  synchronized boolean awaitHeard(String words, Duration bound) throws InterruptedException {
    if (!await(() -> text().indexOf(words, awaited) >= 0, bound)) return false;
    awaited = text().indexOf(words, awaited) + words.length();
    return true;
  }

  /// Waits for something; the end of the call ends the wait, too.
  synchronized boolean await(BooleanSupplier reached, Duration bound) throws InterruptedException {
    long until = System.nanoTime() + bound.toNanos();
    while (!reached.getAsBoolean()) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0 || end.isPresent()) return reached.getAsBoolean();
      wait(left);
    }
    return true;
  }
}
