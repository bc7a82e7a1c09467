package callflow.simulator.rehearsal;

import java.util.ArrayList;
import java.util.List;

/// The words a caller speaks of only to say no to them: "I do not want *to pay*", "quit *paying*".
///
/// What is denied goes as far as the next comma, or a word that turns to something else.
final class Negation {
  private final Sentence sentence;
  private final boolean[] denied;

  private Negation(Sentence sentence) {
    this.sentence = sentence;
    this.denied = new boolean[sentence.size()];
  }

  static Negation of(Sentence sentence) {
    var negation = new Negation(sentence);
    for (int at = 0; at < sentence.size(); at++) {
      if (negation.denies(at)) negation.denyFrom(at + 1);
    }
    return negation;
  }

  /// Whether these words hold a denial of something, as an author's example may.
  static boolean isIn(Sentence sentence) {
    var negation = of(sentence);
    for (boolean here : negation.denied) if (here) return true;
    return false;
  }

  boolean touches(Found found) {
    for (int at = found.from(); at < found.to(); at++) if (denied[at]) return true;
    return false;
  }

  /// The words that are not denied.
  Sentence rest() {
    List<Word> rest = new ArrayList<>();
    for (int at = 0; at < denied.length; at++) if (!denied[at]) rest.add(sentence.at(at));
    return new Sentence(rest);
  }

  /// "I don't know how much I owe" is a wish still, and so is "I can not log in".
  private boolean denies(int at) {
    boolean stops = sentence.is(at, "quit", "stop", "without", "never");
    boolean not =
        sentence.is(at, "not", "dont", "doesnt", "didnt", "wont")
            && !sentence.is(at - 1, "can", "could", "why");
    return stops
        || (not && !sentence.is(at + 1, "know", "understand", "remember", "see", "have", "sure"));
  }

  private void denyFrom(int from) {
    for (int at = from; at < denied.length && !turns(at); at++) denied[at] = true;
  }

  private boolean turns(int at) {
    return sentence.at(at).afterBreak()
        || sentence.is(at, "but", "instead", "rather")
        || (sentence.is(at, "and") && sentence.is(at + 1, "i", "id", "please"));
  }
}
