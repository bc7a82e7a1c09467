package callflow.simulator.rehearsal;

import callflow.value.Type;
import callflow.value.Value;
import java.util.ArrayList;
import java.util.List;

/// One of the listed words of a choice, said somewhere in the sentence.
final class ChoiceWords {
  private ChoiceWords() {}

  /// The listed words that were said, in the order of the list; endings don't count.
  static List<Found> in(Sentence sentence, Type.Choice choice) {
    var said = new ArrayList<Found>();
    for (String listed : choice.of()) {
      var words = Sentence.of(listed.replace('_', ' ')).words();
      if (words.isEmpty()) continue;
      for (int at = 0; at + words.size() <= sentence.size(); at++) {
        if (standsAt(sentence, at, words)) {
          said.add(new Found(new Value.Text(listed), at, at + words.size(), false));
          break;
        }
      }
    }
    return said;
  }

  private static boolean standsAt(Sentence sentence, int at, List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      String said = Stems.stem(sentence.at(at + i).text());
      if (!said.equals(Stems.stem(words.get(i).text()))) return false;
    }
    return true;
  }
}
