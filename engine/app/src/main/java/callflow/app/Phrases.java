package callflow.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a new flow says before its author finds better words.
///
/// @param welcome with `%s` for the title
/// @param about with `%s` for a wish
/// @param closed with nothing to fill in, as are all others
record Phrases(
    String welcome,
    String about,
    String still,
    String closed,
    String busy,
    String goodbye,
    String person,
    String nothing,
    String reference,
    String found,
    String notFound) {

  private static final Phrases ENGLISH =
      new Phrases(
          "Welcome to %s. How can I help you?",
          "Here callers hear about: %s.",
          "Are you still there?",
          "Our office is closed just now. Please call again during office hours. Goodbye.",
          "Nobody is free just now. Please call again a little later. Goodbye.",
          "Thank you for calling. Goodbye.",
          "I want to speak to a person",
          "no thanks that was all",
          "What is the reference number?",
          "The state of it is: ${status}.",
          "I could not look that up just now.");

  private static final Phrases GERMAN =
      new Phrases(
          "Willkommen bei %s. Wie kann ich Ihnen helfen?",
          "Hier hören Anrufer etwas über: %s.",
          "Sind Sie noch da?",
          "Unser Büro ist gerade geschlossen. Bitte rufen Sie zu den Bürozeiten wieder an.",
          "Gerade ist niemand frei. Bitte rufen Sie etwas später wieder an. Auf Wiederhören.",
          "Danke für Ihren Anruf. Auf Wiederhören.",
          "ich möchte mit einem Menschen sprechen",
          "nein danke das war alles",
          "Wie lautet die Vorgangsnummer?",
          "Der Stand ist: ${status}.",
          "Das konnte ich gerade nicht nachsehen.");

  private static final Phrases SPANISH =
      new Phrases(
          "Bienvenido a %s. ¿En qué puedo ayudarle?",
          "Aquí se informa sobre: %s.",
          "¿Sigue ahí?",
          "Nuestra oficina está cerrada. Llame de nuevo en horario de oficina. Adiós.",
          "Ahora no hay nadie libre. Llame de nuevo más tarde. Adiós.",
          "Gracias por su llamada. Adiós.",
          "quiero hablar con una persona",
          "no gracias eso es todo",
          "¿Cuál es el número de referencia?",
          "El estado es: ${status}.",
          "No he podido consultarlo ahora.");

  private static final Phrases FRENCH =
      new Phrases(
          "Bienvenue chez %s. Comment puis-je vous aider ?",
          "Ici on parle de : %s.",
          "Êtes-vous toujours là ?",
          "Nos bureaux sont fermés. Rappelez pendant les heures de bureau. Au revoir.",
          "Personne n'est libre pour le moment. Rappelez un peu plus tard. Au revoir.",
          "Merci de votre appel. Au revoir.",
          "je veux parler à une personne",
          "non merci c'est tout",
          "Quel est le numéro de référence ?",
          "L'état est : ${status}.",
          "Je n'ai pas pu le vérifier.");

  private static final Map<String, Phrases> ALL =
      Map.of("en", ENGLISH, "de", GERMAN, "es", SPANISH, "fr", FRENCH);

  /// The languages a new flow can begin with; others are written by hand.
  static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");

  static Phrases in(String language) {
    return Optional.ofNullable(ALL.get(language)).orElse(ENGLISH);
  }
}
