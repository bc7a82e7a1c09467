package callflow.spoken;

import java.util.Locale;

/// A language, and the small words between the parts of what is said in it.
enum Tongue {
  ENGLISH("and", "minus", "plus", "at", "dot", "dash", "underscore"),
  GERMAN("und", "minus", "plus", "at", "Punkt", "Bindestrich", "Unterstrich"),
  SPANISH("con", "menos", "más", "arroba", "punto", "guion", "guion bajo"),
  FRENCH("et", "moins", "plus", "arobase", "point", "tiret", "tiret bas"),
  /// Any other: said in English words where only words will do.
  OTHER("and", "minus", "plus", "at", "dot", "dash", "underscore");

  private final String and;
  private final String minus;
  private final String plus;
  private final String at;
  private final String dot;
  private final String dash;
  private final String underscore;

  Tongue(
      String and,
      String minus,
      String plus,
      String at,
      String dot,
      String dash,
      String underscore) {
    this.and = and;
    this.minus = minus;
    this.plus = plus;
    this.at = at;
    this.dot = dot;
    this.dash = dash;
    this.underscore = underscore;
  }

  static Tongue of(Locale locale) {
    return switch (locale.getLanguage()) {
      case "en" -> ENGLISH;
      case "de" -> GERMAN;
      case "es" -> SPANISH;
      case "fr" -> FRENCH;
      default -> OTHER;
    };
  }

  /// What stands between euros and cents.
  String and() {
    return and;
  }

  String minus() {
    return minus;
  }

  String plus() {
    return plus;
  }

  /// The name of a sign in an address for mail; empty for signs that are said as they are.
  String sign(int sign) {
    return switch (sign) {
      case '@' -> at;
      case '.' -> dot;
      case '-' -> dash;
      case '_' -> underscore;
      case '+' -> plus;
      default -> "";
    };
  }

  static String yesOrNo(boolean yes, Locale locale) {
    return switch (locale.getLanguage()) {
      case "de" -> yes ? "ja" : "nein";
      case "es" -> yes ? "sí" : "no";
      case "fr" -> yes ? "oui" : "non";
      case "it" -> yes ? "sì" : "no";
      case "nl" -> yes ? "ja" : "nee";
      case "pl" -> yes ? "tak" : "nie";
      case "pt" -> yes ? "sim" : "não";
      default -> yes ? "yes" : "no";
    };
  }
}
