package callflow.spoken;

import java.util.List;

/// Spelling alphabets: ICAO's for English, DIN 5009 (2022) for German, and those in common use for
/// Spanish and French.
final class Alphabet {
  private static final List<String> ICAO =
      words(
          "Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November"
              + " Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu");
  private static final List<String> DIN_5009 =
      words(
          "Aachen Berlin Chemnitz Düsseldorf Essen Frankfurt Goslar Hamburg Ingelheim Jena Köln"
              + " Leipzig München Nürnberg Offenbach Potsdam Quickborn Rostock Salzwedel Tübingen"
              + " Unna Völklingen Wuppertal Xanten Ypsilon Zwickau");
  private static final List<String> SPANISH =
      words(
          "Antonio Burgos Carmen Dolores Enrique Francia Gerona Historia Inés José Kilo Lorenzo"
              + " Madrid Navarra Oviedo París Queso Ramón Sábado Toledo Ulises Valencia Washington"
              + " Xilófono Yolanda Zaragoza");
  private static final List<String> FRENCH =
      words(
          "Anatole Berthe Célestin Désiré Eugène François Gaston Henri Irma Joseph Kléber Louis"
              + " Marcel Nicolas Oscar Pierre Quintal Raoul Suzanne Thérèse Ursule Victor William"
              + " Xavier Yvonne Zoé");

  private Alphabet() {}

  /// Such as "Alfa" or "A wie Aachen"; figures and other signs as they are.
  static String name(int sign, Tongue tongue) {
    String letter = Character.toString(sign);
    if (sign < 'A' || sign > 'Z') return letter;
    int index = sign - 'A';
    return switch (tongue) {
      case ENGLISH, OTHER -> ICAO.get(index);
      case GERMAN -> letter + " wie " + DIN_5009.get(index);
      case SPANISH -> letter + " de " + SPANISH.get(index);
      case FRENCH -> letter + " comme " + FRENCH.get(index);
    };
  }

  private static List<String> words(String words) {
    return List.of(words.split(" "));
  }
}
