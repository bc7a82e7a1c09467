package callflow.engine.interpret;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Whether words are a yes or a no. In doubt they are neither, and the caller is asked again.
///
/// English, German, Spanish and French. A sentence is a yes when it opens with a plain one ("yes,
/// pay it") or says nothing but agreement ("ok, go ahead please"). A condition ("yes, but …"), a
/// question or a doubt is unclear, and so is a yes beside a no.
enum YesNo {
  YES,
  NO,
  UNCLEAR;

  private static final int LONGEST_ANSWER = 12;

  private static final Set<String> YES_WORDS =
      words(
          "yes yeah yep yup yea aye sure absolutely definitely certainly exactly affirmative"
              + " indeed",
          "ja jawohl genau klar natürlich sí si claro oui ouais exactement");

  private static final Set<String> AGREEMENT =
      words(
          "ok okay correct right fine good great perfect alright please confirm confirmed agreed"
              + " go",
          "ahead do it that that's this is the of course for by all means sounds why thanks thank",
          "you very much i'd i like to want would so well and then now pay",
          "gerne richtig sicher gut bitte danke auf jeden fall in ordnung das machen sie",
          "vale correcto por supuesto favor de acuerdo gracias bueno",
          "d'accord bien sûr volontiers merci s'il vous plaît");

  private static final Set<String> AGREES_ALONE =
      words(
          "ok okay correct right fine alright confirm confirmed agreed ahead course means please",
          "gerne richtig fall ordnung vale correcto supuesto acuerdo d'accord sûr volontiers do");

  private static final Set<String> NO_WORDS =
      words(
          "no nope nah not never don't dont cancel stop wrong incorrect negative",
          "nein nee nicht falsch kein keine nie incorrecto cancela non pas jamais annulez annuler");

  private static final Set<String> DOUBTS =
      words(
          "but if unless except instead rather maybe perhaps wait moment what how when who which",
          "aber wenn vielleicht warte was pero quizás espera mais peut-être attendez");

  private static final List<String> DOUBT_PHRASES =
      List.of("not sure", "don't know", "dont know", "no idea", "weiß nicht", "no sé", "sais pas");

  private static Set<String> words(String... lines) {
    return Set.copyOf(
        Stream.of(lines).flatMap(line -> Stream.of(line.split(" ", -1))).distinct().toList());
  }

  static YesNo of(String sentence) {
    String text = sentence.toLowerCase(Locale.ROOT).replace('’', '\'').replace("why not", "why");
    List<String> words =
        Stream.of(text.split("[^\\p{L}\\p{N}'-]+", -1)).filter(word -> !word.isEmpty()).toList();
    boolean doubtful =
        words.isEmpty()
            || words.size() > LONGEST_ANSWER
            || text.strip().endsWith("?")
            || DOUBT_PHRASES.stream().anyMatch(text::contains)
            || isDoubtful(words);
    boolean yes = words.stream().anyMatch(YES_WORDS::contains);
    if (words.stream().anyMatch(NO_WORDS::contains)) return yes || doubtful ? UNCLEAR : NO;
    return !doubtful && agrees(words) ? YES : UNCLEAR;
  }

  /// "no, rather not" is a plain no, though `rather` alone is a doubt.
  private static boolean isDoubtful(List<String> words) {
    boolean no = NO_WORDS.contains(words.getFirst());
    return words.stream().anyMatch(word -> DOUBTS.contains(word) && !(no && word.equals("rather")));
  }

  private static boolean agrees(List<String> words) {
    if (YES_WORDS.contains(words.getFirst())) return true;
    return words.stream().allMatch(word -> YES_WORDS.contains(word) || AGREEMENT.contains(word))
        && words.stream().anyMatch(word -> YES_WORDS.contains(word) || AGREES_ALONE.contains(word));
  }
}
