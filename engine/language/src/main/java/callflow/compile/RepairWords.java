package callflow.compile;

import java.util.Locale;

/// What the engine says of itself where a flow leaves the words to it, in the languages it knows.
///
/// @param heard the question whether a value was heard rightly
record RepairWords(Around heard) {
  /// Words before and behind a value.
  record Around(String before, String after) {}

  private static final RepairWords ENGLISH =
      new RepairWords(new Around("I heard ", ". Is that right?"));
  private static final RepairWords GERMAN =
      new RepairWords(new Around("Ich habe ", " verstanden. Ist das richtig?"));
  private static final RepairWords SPANISH =
      new RepairWords(new Around("He entendido ", ". ¿Es correcto?"));
  private static final RepairWords FRENCH =
      new RepairWords(new Around("J'ai compris ", ". C'est bien ça ?"));

  static RepairWords in(Locale language) {
    return switch (language.getLanguage()) {
      case "de" -> GERMAN;
      case "es" -> SPANISH;
      case "fr" -> FRENCH;
      default -> ENGLISH;
    };
  }
}
