package callflow.engine.interpret;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Whether words are a yes or a no. In doubt they are neither, and the caller is asked again.
///
/// English, German, Spanish and French. An answer says nothing but agreement ("ok, go ahead
/// please") or nothing but refusal ("no, not now"). A word beyond that ("yes, seventy", "no, the
/// fifth") means something the question did not ask, and so do a condition, a doubt, and a yes
/// beside a no.
enum YesNo {
  YES,
  NO,
  UNCLEAR;

  private static final int LONGEST_ANSWER = 12;

  private static final Set<String> YES_WORDS =
      words(
          "yes yeah yep yup yea aye sure absolutely definitely certainly exactly affirmative"
              + " indeed",
          "ja jawohl genau klar natürlich sí claro oui ouais exactement");

  /// Words that add nothing to a yes. Verbs that open a question (is, do, would) are not among
  /// them.
  private static final Set<String> NEUTRAL =
      words(
          "please thanks thank you very much it it's that that's this the my account bill from on"
              + " file",
          "i i'd like want to pay so of for by all now just well oh ah uh um good great perfect"
              + " sounds",
          "das ich bitte danke sehr auf jeden in machen sie jetzt eso lo por favor gracias de bueno"
              + " mi",
          "cuenta quiero ahora c'est ça cela je veux s'il vous plaît merci le la bien");

  /// Words that may stand beside a no as well.
  private static final Set<String> BESIDE_NO =
      words(
          "i'm i'll we me mine would will am do be have is any more way too forget leave with"
              + " today",
          "here amount money payment paying ist es mir mein doch");

  private static final Set<String> AGREEMENT =
      words(
          "ok okay fine correct right alright confirm confirmed agreed go ahead course means gerne",
          "richtig sicher ordnung fall correcto supuesto vale favor acuerdo d'accord sûr"
              + " volontiers");

  private static final Set<String> AGREES_ALONE =
      words(
          "ok okay correct right fine alright confirm confirmed agreed ahead course means",
          "gerne richtig fall ordnung vale correcto supuesto acuerdo d'accord sûr volontiers");

  private static final Set<String> NO_WORDS =
      words(
          "no nope nah not never don't dont won't can't cancel stop wrong incorrect negative",
          "nein nee nicht falsch kein keine nie incorrecto cancela non pas jamais annulez annuler");

  private static final Set<String> DOUBTS =
      words(
          "but if unless except instead rather maybe perhaps wait moment what how when who which",
          "aber wenn vielleicht warte was pero quizás espera mais peut-être attendez");

  private static final List<String> DOUBT_PHRASES =
      List.of(
          "not sure",
          "don't mind",
          "don't know",
          "dont know",
          "no idea",
          "weiß nicht",
          "no sé",
          "sais pas");

  private static Set<String> words(String... lines) {
    return Set.copyOf(
        Stream.of(lines).flatMap(line -> Stream.of(line.split(" ", -1))).distinct().toList());
  }

  static YesNo of(String sentence) {
    String text = plain(sentence);
    List<String> words =
        Stream.of(text.split("[^\\p{L}\\p{N}'-]+", -1)).filter(word -> !word.isEmpty()).toList();
    boolean doubtful =
        words.isEmpty()
            || words.size() > LONGEST_ANSWER
            || text.endsWith("?")
            || DOUBT_PHRASES.stream().anyMatch(text::contains)
            || isDoubtful(words);
    if (doubtful) return UNCLEAR;
    boolean yes = words.stream().anyMatch(YES_WORDS::contains);
    if (words.stream().anyMatch(YesNo::denies)) {
      return !yes && words.stream().allMatch(YesNo::fitsNo) ? NO : UNCLEAR;
    }
    boolean agrees = yes || words.stream().anyMatch(AGREES_ALONE::contains);
    return agrees && words.stream().allMatch(YesNo::fitsYes) ? YES : UNCLEAR;
  }

  /// One spelling for what means the same: "do it" is "go ahead", "that is" is "that's".
  private static String plain(String sentence) {
    return sentence
        .toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .replaceAll("\\b(please do|do (it|that|so))\\b", "go ahead")
        .replaceAll("\\bthat is (right|correct|fine|ok|okay)\\b", "that's $1")
        .replaceAll("\\bdas ist (richtig|in ordnung|gut)\\b", "das $1")
        .strip();
  }

  private static boolean fitsYes(String word) {
    return YES_WORDS.contains(word) || AGREEMENT.contains(word) || NEUTRAL.contains(word);
  }

  private static boolean fitsNo(String word) {
    return denies(word)
        || AGREEMENT.contains(word)
        || NEUTRAL.contains(word)
        || BESIDE_NO.contains(word)
        || word.equals("rather");
  }

  /// `isn't`, `won't` and their like are refusals too.
  private static boolean denies(String word) {
    return NO_WORDS.contains(word) || word.endsWith("n't");
  }

  /// "no, rather not" is a plain no, though `rather` alone is a doubt.
  private static boolean isDoubtful(List<String> words) {
    boolean no = NO_WORDS.contains(words.getFirst());
    return words.stream().anyMatch(word -> DOUBTS.contains(word) && !(no && word.equals("rather")));
  }
}
