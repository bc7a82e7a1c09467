package callflow.simulator.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a caller said, word by word.
///
/// A hyphen between letters parts words (`twenty-one`), a currency sign is a word of its own, and
/// figures keep what stands inside them (`84.20`, `02/02/1990`). A minus sign before figures is the
/// word `minus`; figures with letters among them (`1e3`) are one word that is no number. An e-mail
/// address is one word, and so is a telephone number with its `+`.
record Sentence(List<Word> words) {
  /// Longer utterances are cut; nobody says more before being asked something.
  static final int MAX_WORDS = 300;

  private static final Pattern PIECE =
      Pattern.compile(
          "(?<mail>[\\p{L}0-9_%+-]+(?:[.][\\p{L}0-9_%+-]+)*@[\\p{L}0-9-]+(?:[.][\\p{L}0-9-]+)+)"
              + "|(?<phone>[+][0-9](?:[ ()/-]{0,2}[0-9]){5,16})"
              + "|(?<minus>(?<![\\p{L}\\p{N}])(?<![0-9]\\s)[-−](?=[€$£]?[0-9]))"
              + "|(?<code>[0-9]+\\p{L}+[0-9][\\p{L}0-9]*)"
              + "|(?<figures>[0-9]++(?:[.,:/-][0-9]++)*+(?:st|nd|rd|th)?(?![\\p{L}]))"
              + "|(?<word>[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)*)|(?<digit>[0-9]+(?:[.,][0-9]+)*)"
              + "|(?<sign>[€$£])|(?<stop>[,.;:?!])");

  Sentence {
    words = List.copyOf(words);
  }

  static Sentence of(String text) {
    var words = new ArrayList<Word>();
    var piece = PIECE.matcher(text);
    boolean pause = false;
    while (piece.find() && words.size() < MAX_WORDS) {
      if (piece.group("stop") != null) {
        pause = true;
        continue;
      }
      if (piece.group("minus") != null) {
        words.add(new Word("minus", piece.group(), pause));
        pause = false;
        continue;
      }
      String plain = piece.group().toLowerCase(Locale.ROOT).replaceAll("['’]", "");
      words.add(new Word(plain, piece.group(), pause));
      pause = false;
    }
    return new Sentence(words);
  }

  List<String> texts() {
    return words.stream().map(Word::text).toList();
  }

  int size() {
    return words.size();
  }

  Word at(int index) {
    return words.get(index);
  }

  boolean has(int index) {
    return index >= 0 && index < words.size();
  }

  /// Whether one of these words stands at that place.
  boolean is(int index, String... any) {
    return has(index) && at(index).is(any);
  }

  /// The words from `from` up to, but not at, `to`, as they were typed.
  String written(int from, int to) {
    return words.subList(from, to).stream().map(Word::written).collect(Collectors.joining(" "));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }
}
