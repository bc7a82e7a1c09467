package callflow.parse;

import callflow.diagnostic.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Words that other tools have for ours; who comes from there is told ours.
final class Synonyms {
  private static final Map<String, List<String>> OURS =
      Map.ofEntries(
          Map.entry("text", List.of("say")),
          Map.entry("speak", List.of("say")),
          Map.entry("message", List.of("say")),
          Map.entry("instructions", List.of("prompt")),
          Map.entry("transitions", List.of("next", "choices")),
          Map.entry("goto", List.of("next")),
          Map.entry("target", List.of("goto")),
          Map.entry("then", List.of("goto")),
          Map.entry("when", List.of("if")),
          Map.entry("condition", List.of("if")),
          Map.entry("slots", List.of("collect")),
          Map.entry("key", List.of("dtmf")),
          Map.entry("end", List.of("hangup")),
          Map.entry("description", List.of("describe")),
          Map.entry("default", List.of("initial")),
          Map.entry("retries", List.of("attempts")),
          Map.entry("string", List.of("text")),
          Map.entry("int", List.of("integer")),
          Map.entry("float", List.of("number")),
          Map.entry("decimal", List.of("number")),
          Map.entry("currency", List.of("money")),
          Map.entry("options", List.of("of")),
          Map.entry("values", List.of("of")),
          Map.entry("enum", List.of("choice")),
          Map.entry("bool", List.of("boolean")),
          Map.entry("array", List.of("list")));

  private Synonyms() {}

  /// The words the author may have meant: ours for another tool's, else the nearest.
  static List<String> near(String word, Collection<String> expected) {
    List<String> ours =
        OURS.getOrDefault(word.toLowerCase(Locale.ROOT), List.of()).stream()
            .filter(expected::contains)
            .toList();
    return ours.isEmpty() ? Nearest.of(word, expected) : ours;
  }
}
