package callflow.simulator.rehearsal;

import callflow.engine.call.VoiceSetup;
import callflow.engine.call.VoiceSetup.Fillable;
import callflow.simulator.drive.Scene;
import callflow.value.Type;
import callflow.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the rehearsal model says where a flow leaves the words to the model.
///
/// Plain sentences made of the file's own descriptions and examples, so that an author hears what a
/// real model would be told.
final class OwnWords {
  /// More are not read out; callers don't remember them.
  private static final int MENU = 4;

  private OwnWords() {}

  /// The first value that is still to be asked for.
  static Optional<Fillable> missing(Scene scene) {
    return scene.setup().collecting().stream()
        .filter(fillable -> !scene.known().contains(fillable.variable()))
        .findFirst();
  }

  /// How the model opens, or goes on, without anything from the caller; empty when the engine asks.
  static Optional<String> opening(Scene scene) {
    var missing = missing(scene);
    if (missing.isPresent()) {
      return missing.filter(fillable -> !fillable.asked()).map(OwnWords::question);
    }
    var setup = scene.setup();
    if (!setup.collecting().isEmpty()) return Optional.empty();
    var menu = menu(setup);
    if (menu.isPresent()) return menu.map(options -> "How can I help? " + options);
    return Optional.of(setup.guidance().strip())
        .filter(guidance -> !guidance.isEmpty())
        .map(guidance -> "(in the agent's own words: " + guidance + ")");
  }

  static String question(Fillable fillable) {
    return question(fillable.variable().value(), fillable.description(), fillable.type());
  }

  static String question(String name, String description, Type type) {
    String what =
        description.isBlank() ? name.replace('_', ' ').replace('-', ' ') : description.strip();
    what = what.endsWith(".") ? what.substring(0, what.length() - 1) : what;
    return switch (type) {
      case Type.Bool _ -> "Please say yes or no: " + what + "?";
      case Type.Choice(var of) -> "What is " + withArticle(what) + ": " + either(of) + "?";
      case Type.Text _,
          Type.Digits _,
          Type.Whole _,
          Type.Decimal _,
          Type.Money _,
          Type.Date _,
          Type.Time _,
          Type.DateTime _,
          Type.Phone _,
          Type.Email _,
          Type.Code _,
          Type.Iban _,
          Type.Person _,
          Type.Address _,
          Type.ListOf _,
          Type.Struct _,
          Type.Any _ ->
          "What is " + withArticle(what) + "?";
    };
  }

  private static String withArticle(String what) {
    String first = what.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    boolean has = List.of("the", "a", "an", "your", "their", "its", "his", "her").contains(first);
    return has ? lowerFirst(what) : "the " + lowerFirst(what);
  }

  private static String lowerFirst(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /// What callers can say here; empty when nothing is offered. What they can say everywhere goes
  /// without saying.
  static Optional<String> menu(VoiceSetup setup) {
    var options =
        Intent.of(setup).stream()
            .filter(intent -> !intent.putsRight())
            .map(Intent::wording)
            .filter(words -> !words.isBlank())
            .limit(MENU)
            .map(OwnWords::quoted)
            .toList();
    return options.isEmpty()
        ? Optional.empty()
        : Optional.of("You can say " + either(options) + ".");
  }

  static String didYouMean(List<Match.Scored> candidates) {
    return "Sorry, I am not sure what you mean: "
        + either(candidates.stream().limit(MENU).map(OwnWords::quoted).toList())
        + "?";
  }

  private static String quoted(Match.Scored candidate) {
    return quoted(candidate.intent().wording());
  }

  private static String quoted(String words) {
    return "“" + words + "”";
  }

  private static String either(List<String> words) {
    if (words.size() < 2) return String.join("", words);
    return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }

  /// The fields of a tool's answer in plain words.
  static String result(Value.Fields output) {
    return output.isEmpty()
        ? "That is done."
        : "Here is what I found: " + fields(output.values()) + ".";
  }

  private static String fields(Map<String, Value> values) {
    return values.entrySet().stream()
        .map(field -> field.getKey().replace('_', ' ') + " is " + spoken(field.getValue()))
        .collect(Collectors.joining("; "));
  }

  /// A single decimal is most likely money: `84.2` is read `84.20`.
  private static String spoken(Value value) {
    return switch (value) {
      case Value.Bool(var yes) -> yes ? "yes" : "no";
      case Value.Items(var items) ->
          items.stream().map(OwnWords::spoken).collect(Collectors.joining(", "));
      case Value.Fields(var fields) -> "(" + fields(fields) + ")";
      case Value.Decimal(var number) when number.scale() == 1 -> number.setScale(2).toPlainString();
      case Value.Text _, Value.Decimal _, Value.Date _ -> value.toString();
    };
  }
}
