package callflow.simulator.rehearsal;

import callflow.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What callers spell: codes (`AB 12`, `alfa bravo one two`), telephone numbers with a `+`, and
/// addresses for mail (`anna at example dot com`).
final class SpelledWords {
  /// Words one code may be made of.
  private static final int LONGEST = 40;

  private static final Map<String, String> ALPHABET =
      Stream.of(
              "alfa",
              "bravo",
              "charlie",
              "delta",
              "echo",
              "foxtrot",
              "golf",
              "hotel",
              "india",
              "juliett",
              "kilo",
              "lima",
              "mike",
              "november",
              "oscar",
              "papa",
              "quebec",
              "romeo",
              "sierra",
              "tango",
              "uniform",
              "victor",
              "whiskey",
              "xray",
              "yankee",
              "zulu",
              "alpha",
              "juliet")
          .collect(
              Collectors.toUnmodifiableMap(
                  word -> word, word -> word.substring(0, 1).toUpperCase(Locale.ROOT)));

  private SpelledWords() {}

  static Stream<Found> phones(Sentence sentence) {
    return IntStream.range(0, sentence.size())
        .filter(at -> sentence.at(at).text().startsWith("+"))
        .mapToObj(at -> new Found(new Value.Text(sentence.at(at).written()), at, at + 1, true));
  }

  static List<Found> mails(Sentence sentence) {
    var mails = new ArrayList<Found>();
    for (int at = 0; at < sentence.size(); at++) {
      if (sentence.at(at).text().contains("@")) {
        mails.add(new Found(new Value.Text(sentence.at(at).written()), at, at + 1, true));
      } else if (sentence.is(at, "at")) {
        dictated(sentence, at).ifPresent(mails::add);
      }
    }
    return mails;
  }

  /// The word before "at", and all after it that "dot" joins.
  private static Optional<Found> dictated(Sentence sentence, int sign) {
    int from = sign - 1;
    while (sentence.is(from - 1, "dot") && sentence.has(from - 2)) from -= 2;
    int to = sign + 2;
    while (sentence.is(to, "dot") && sentence.has(to + 1)) to += 2;
    if (!sentence.has(from) || to == sign + 2 || to > sentence.size()) return Optional.empty();
    String mail =
        sentence.words().subList(from, to).stream()
            .map(word -> word.is("at") ? "@" : word.is("dot") ? "." : word.text())
            .collect(Collectors.joining());
    return Optional.of(new Found(new Value.Text(mail), from, to, true));
  }

  /// Every row of letters and figures, and what is left of it without its first words; the longest
  /// first.
  static List<Found> codes(Sentence sentence) {
    var codes = new ArrayList<Found>();
    for (int from = 0; from < sentence.size(); from++) {
      var code = new StringBuilder();
      int at = from;
      while (sentence.has(at) && at - from < LONGEST) {
        var signs = signs(sentence, at);
        if (signs.isEmpty()) break;
        code.append(signs.get());
        at++;
      }
      if (!code.isEmpty()) {
        codes.add(new Found(new Value.Text(code.toString()), from, at, false));
      }
    }
    codes.sort((one, other) -> (other.to() - other.from()) - (one.to() - one.from()));
    return codes;
  }

  /// What one word adds to a code; empty for words of a sentence.
  private static Optional<String> signs(Sentence sentence, int at) {
    var word = sentence.at(at);
    if (ALPHABET.containsKey(word.text())) return Optional.of(ALPHABET.get(word.text()));
    int figure = NumberWords.small(word.text());
    if (figure >= 0 && figure <= 9) return Optional.of(Integer.toString(figure));
    boolean spelled =
        word.written().matches("[\\p{L}0-9]*[0-9][\\p{L}0-9]*")
            || word.written().matches("[A-Z]{1,5}|[b-hj-z]");
    return spelled ? Optional.of(word.written().toUpperCase(Locale.ROOT)) : Optional.empty();
  }
}
