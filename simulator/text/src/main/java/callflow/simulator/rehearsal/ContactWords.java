package callflow.simulator.rehearsal;

import callflow.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names and postal addresses: what follows "my name is" or "I live at", or all that was said where
/// it looks like one.
final class ContactWords {
  /// Words a name may have.
  private static final int LONGEST_NAME = 4;

  private ContactWords() {}

  static List<Found> names(Sentence sentence) {
    var names = new ArrayList<Found>();
    for (int at = 0; at < sentence.size(); at++) {
      boolean introduced =
          (sentence.is(at, "is", "am") && sentence.is(at - 1, "name", "this", "i", "it"))
              || sentence.is(at, "im", "its");
      if (introduced) capitals(sentence, at + 1).ifPresent(names::add);
    }
    if (names.isEmpty()) {
      capitals(sentence, 0).filter(name -> name.to() == sentence.size()).ifPresent(names::add);
    }
    return names;
  }

  /// A row of words with a capital letter, of which the first may lack it.
  private static Optional<Found> capitals(Sentence sentence, int from) {
    int to = from;
    while (sentence.has(to)
        && to - from < LONGEST_NAME
        && Character.isUpperCase(sentence.at(to).written().codePointAt(0))
        && (to == from || !sentence.at(to).afterBreak())) {
      to++;
    }
    return to == from
        ? Optional.empty()
        : Optional.of(new Found(new Value.Text(sentence.written(from, to)), from, to, false));
  }

  /// From the first word with a capital letter or figures to the end, when there is a comma and a
  /// number in it.
  static List<Found> addresses(Sentence sentence) {
    int from = 0;
    while (sentence.has(from) && !opens(sentence, from)) from++;
    var text = new StringBuilder();
    boolean parted = false;
    boolean numbered = false;
    for (int at = from; at < sentence.size(); at++) {
      var word = sentence.at(at);
      boolean part = at > from && word.afterBreak();
      text.append(at == from ? "" : part ? ", " : " ").append(word.written());
      parted |= part;
      numbered |= word.text().matches("[0-9].*");
    }
    return parted && numbered
        ? List.of(new Found(new Value.Text(text.toString()), from, sentence.size(), true))
        : List.of();
  }

  private static boolean opens(Sentence sentence, int at) {
    var word = sentence.at(at);
    boolean sentenceStart = at == 0 && sentence.is(0, "i", "im", "my", "it", "its", "the", "yes");
    return !sentenceStart
        && !word.is("i")
        && (word.isFigures() || Character.isUpperCase(word.written().codePointAt(0)));
  }
}
