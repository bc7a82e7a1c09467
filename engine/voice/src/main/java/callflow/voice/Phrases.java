package callflow.voice;

import callflow.engine.call.VoiceSetup.Offer;
import callflow.engine.call.VoiceSetup.OfferedTool;
import callflow.value.ChoiceName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How a move and a tool are described to the model, and read again from those words: one line to a
/// thing, examples in quotation marks.
final class Phrases {
  private static final String FOR_EXAMPLE = "for example ";
  private static final String EXAMPLES = "(?:(?:; |\\n)for example (?<examples>“.*”))?";
  private static final Pattern OFFER =
      Pattern.compile("- `(?<name>[^`]+)`: (?<description>.*?)" + EXAMPLES);
  private static final Pattern TOOL =
      Pattern.compile("(?<description>.*?)(?:\\nWhen the caller (?<caller>.*?))?" + EXAMPLES);

  private Phrases() {}

  /// An author's words on one line.
  static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  static String offer(Offer offer) {
    String line = "- `" + offer.name() + "`: " + line(offer.description());
    return offer.examples().isEmpty() ? line : line + "; " + examples(offer.examples());
  }

  /// Empty for a line that describes no move.
  static Optional<Offer> offer(String line) {
    return Optional.of(OFFER.matcher(line))
        .filter(Matcher::matches)
        .map(found ->
            new Offer(
                new ChoiceName(found.group("name")),
                found.group("description"),
                quoted(Optional.ofNullable(found.group("examples")))));
  }

  static String tool(OfferedTool tool) {
    String caller = tool.caller().isBlank() ? "" : "\nWhen the caller " + line(tool.caller());
    String between = caller.isEmpty() ? "\n" : "; ";
    String examples = tool.examples().isEmpty() ? "" : between + examples(tool.examples());
    return line(tool.description()) + caller + examples;
  }

  static OfferedTool tool(Brief.Function function) {
    var found = TOOL.matcher(function.description());
    boolean ours = found.matches();
    return new OfferedTool(
        function.name(),
        ours ? found.group("description") : function.description(),
        ours ? Optional.ofNullable(found.group("caller")).orElse("") : "",
        ours ? quoted(Optional.ofNullable(found.group("examples"))) : List.of(),
        function.parameters());
  }

  /// Quotation marks of the author's own would end an example too early.
  private static String examples(List<String> examples) {
    return examples.stream()
        .map(example -> line(example).replaceAll("[“”]", "\""))
        .collect(Collectors.joining("”, “", FOR_EXAMPLE + "“", "”"));
  }

  private static List<String> quoted(Optional<String> examples) {
    return examples
        .map(text -> List.of(text.substring(1, text.length() - 1).split("”, “", -1)))
        .orElse(List.of());
  }
}
