package callflow.compile;

import callflow.value.Repair;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the engine says of itself, and what callers say, where a flow leaves the words to it.
///
/// @param heard the question whether a value was heard rightly
/// @param startOver the question before everything is forgotten
/// @param takeYourTime to a caller who needs a moment
/// @param youCanSay before examples of what a caller can say
/// @param callers what callers want and say, by move; `…` stands for a value's name
record RepairWords(
    Around heard,
    String startOver,
    String takeYourTime,
    String youCanSay,
    Map<Repair, Wish> callers) {
  /// Words before and behind a value.
  record Around(String before, String after) {}

  /// What the caller wants, for the model, and how it may be said.
  record Wish(String caller, List<String> examples) {}

  private static final RepairWords ENGLISH =
      new RepairWords(
          new Around("I heard ", ". Is that right?"),
          "Shall we start again from the beginning?",
          "Take your time.",
          "You can say, for example: ",
          Map.ofEntries(
              entry(
                  Repair.CORRECT,
                  "wants to correct a value given earlier",
                  "my … is wrong",
                  "change the …"),
              entry(
                  Repair.CANCEL, "wants to cancel what is being done", "cancel that", "never mind"),
              entry(
                  Repair.REPEAT,
                  "asks to hear the last thing again",
                  "say that again",
                  "repeat that please"),
              entry(
                  Repair.START_OVER,
                  "wants to start the whole call over",
                  "start over",
                  "start again from the beginning"),
              entry(
                  Repair.HELP,
                  "does not know what to say and asks for help",
                  "what can I say",
                  "help me please"),
              entry(
                  Repair.WAIT,
                  "asks us to wait a moment",
                  "wait a moment",
                  "one moment please",
                  "hold on"),
              entry(
                  Repair.BACK,
                  "wants to go back to the question before",
                  "go back",
                  "back to the last question")));

  private static final RepairWords GERMAN =
      new RepairWords(
          new Around("Ich habe ", " verstanden. Ist das richtig?"),
          "Sollen wir noch einmal von vorn beginnen?",
          "Lassen Sie sich Zeit.",
          "Sie können zum Beispiel sagen: ",
          Map.ofEntries(
              entry(
                  Repair.CORRECT,
                  "möchte eine frühere Angabe berichtigen",
                  "… ist falsch",
                  "… ändern"),
              entry(
                  Repair.CANCEL,
                  "möchte den Vorgang abbrechen",
                  "abbrechen",
                  "das will ich doch nicht"),
              entry(
                  Repair.REPEAT,
                  "möchte das Letzte noch einmal hören",
                  "bitte wiederholen",
                  "sagen Sie das noch einmal"),
              entry(
                  Repair.START_OVER,
                  "möchte das ganze Gespräch von vorn beginnen",
                  "noch einmal von vorn",
                  "von vorn anfangen"),
              entry(
                  Repair.HELP,
                  "weiß nicht weiter und bittet um Hilfe",
                  "was kann ich sagen",
                  "helfen Sie mir bitte"),
              entry(
                  Repair.WAIT,
                  "bittet um einen Augenblick Geduld",
                  "einen Moment bitte",
                  "warten Sie kurz"),
              entry(
                  Repair.BACK,
                  "möchte zur vorigen Frage zurück",
                  "einen Schritt zurück",
                  "zurück zur letzten Frage")));

  private static final RepairWords SPANISH =
      new RepairWords(
          new Around("He entendido ", ". ¿Es correcto?"),
          "¿Empezamos otra vez desde el principio?",
          "Tómese su tiempo.",
          "Puede decir, por ejemplo: ",
          Map.ofEntries(
              entry(Repair.CORRECT, "quiere corregir un dato anterior", "… está mal", "cambiar …"),
              entry(
                  Repair.CANCEL,
                  "quiere cancelar lo que se está haciendo",
                  "cancelar eso",
                  "déjelo"),
              entry(
                  Repair.REPEAT,
                  "quiere oír lo último otra vez",
                  "repita por favor",
                  "dígalo otra vez"),
              entry(
                  Repair.START_OVER,
                  "quiere empezar toda la llamada de nuevo",
                  "empezar de nuevo",
                  "desde el principio"),
              entry(
                  Repair.HELP,
                  "no sabe qué decir y pide ayuda",
                  "qué puedo decir",
                  "ayúdeme por favor"),
              entry(Repair.WAIT, "pide un momento", "un momento por favor", "espere un momento"),
              entry(
                  Repair.BACK,
                  "quiere volver a la pregunta anterior",
                  "volver atrás",
                  "la pregunta anterior")));

  private static final RepairWords FRENCH =
      new RepairWords(
          new Around("J'ai compris ", ". C'est bien ça ?"),
          "Voulez-vous recommencer depuis le début ?",
          "Prenez votre temps.",
          "Vous pouvez dire, par exemple : ",
          Map.ofEntries(
              entry(
                  Repair.CORRECT,
                  "veut corriger une valeur donnée plus tôt",
                  "… est faux",
                  "changer …"),
              entry(
                  Repair.CANCEL,
                  "veut annuler ce qui est en cours",
                  "annulez cela",
                  "laissez tomber"),
              entry(
                  Repair.REPEAT,
                  "veut réentendre la dernière phrase",
                  "répétez s'il vous plaît",
                  "redites cela"),
              entry(
                  Repair.START_OVER,
                  "veut recommencer tout l'appel",
                  "tout recommencer",
                  "depuis le début"),
              entry(
                  Repair.HELP,
                  "ne sait pas quoi dire et demande de l'aide",
                  "que puis-je dire",
                  "aidez-moi s'il vous plaît"),
              entry(
                  Repair.WAIT,
                  "demande un instant",
                  "un instant s'il vous plaît",
                  "attendez un moment"),
              entry(
                  Repair.BACK,
                  "veut revenir à la question précédente",
                  "revenir en arrière",
                  "la question précédente")));

  private static Map.Entry<Repair, Wish> entry(Repair move, String caller, String... examples) {
    return Map.entry(move, new Wish(caller, List.of(examples)));
  }

  /// @param language a BCP 47 tag; one we don't know, and `auto`, is spoken as English
  static RepairWords in(String language) {
    return switch (Locale.forLanguageTag(language).getLanguage()) {
      case "de" -> GERMAN;
      case "es" -> SPANISH;
      case "fr" -> FRENCH;
      default -> ENGLISH;
    };
  }

  Wish of(Repair move) {
    return callers.getOrDefault(move, new Wish(move.word(), List.of()));
  }
}
