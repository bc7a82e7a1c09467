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

  /// Words that add nothing to a yes or a no.
  private static final Set<String> FILLERS =
      words(
          "please that that's this is the it it's of course for by all means so very much i i'd i'm"
              + " i'll",
          "me my mine we want to would like will do now well oh ah uh um just you your thank",
          "thanks ok okay fine good great perfect sounds way too leave forget have from on file",
          "account bill money amount payment pay paying be am any more mind with",
          "das ist es ich bitte danke gerne gut auf jeden fall in ordnung machen sie mir mein"
              + " meinem will",
          "möchte konto so jetzt doch",
          "eso es lo por favor gracias de acuerdo bueno mi cuenta quiero ahora yo",
          "c'est ça cela je veux s'il vous plaît merci sur mon compte maintenant le la bien");

  private static final Set<String> AGREEMENT =
      words(
          "correct right alright confirm confirmed agreed go ahead course means",
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

  private static final Set<String> YES_PHRASES = Set.of("do it", "do that", "do so", "please do");

  private static final List<String> DOUBT_PHRASES =
      List.of("not sure", "don't know", "dont know", "no idea", "weiß nicht", "no sé", "sais pas");

  private static Set<String> words(String... lines) {
    return Set.copyOf(
        Stream.of(lines).flatMap(line -> Stream.of(line.split(" ", -1))).distinct().toList());
  }

  static YesNo of(String sentence) {
    String text = sentence.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
    List<String> words =
        Stream.of(text.split("[^\\p{L}\\p{N}'-]+", -1)).filter(word -> !word.isEmpty()).toList();
    boolean doubtful =
        words.isEmpty()
            || words.size() > LONGEST_ANSWER
            || text.endsWith("?")
            || DOUBT_PHRASES.stream().anyMatch(text::contains)
            || isDoubtful(words)
            || !words.stream().allMatch(YesNo::known);
    if (doubtful) return UNCLEAR;
    boolean yes = words.stream().anyMatch(YES_WORDS::contains);
    if (words.stream().anyMatch(YesNo::denies)) return yes ? UNCLEAR : NO;
    boolean agrees = words.stream().anyMatch(AGREES_ALONE::contains);
    return yes || agrees || YES_PHRASES.contains(String.join(" ", words)) ? YES : UNCLEAR;
  }

  /// `isn't`, `won't` and their like are refusals too.
  private static boolean denies(String word) {
    return NO_WORDS.contains(word) || word.endsWith("n't");
  }

  private static boolean known(String word) {
    return YES_WORDS.contains(word)
        || denies(word)
        || AGREEMENT.contains(word)
        || FILLERS.contains(word)
        || word.equals("rather");
  }

  /// "no, rather not" is a plain no, though `rather` alone is a doubt.
  private static boolean isDoubtful(List<String> words) {
    boolean no = NO_WORDS.contains(words.getFirst());
    return words.stream().anyMatch(word -> DOUBTS.contains(word) && !(no && word.equals("rather")));
  }
}
