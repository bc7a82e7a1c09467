package callflow.expression;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.value.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What to say about a name that nothing in the flow has.
final class UnknownName {
  private UnknownName() {}

  /// @param beside the type of what the name is compared with; any when it isn't
  static Diagnostic of(Expression.Name name, Type beside, TypeScope scope) {
    String word = name.name();
    var finding =
        Diagnostic.of(
            Rule.UNKNOWN_VARIABLE,
            name.span(),
            "there is no variable `" + Tokenizer.shown(word) + "`");
    Optional<String> meant = meant(word, beside);
    if (meant.isPresent()) return finding.withHint(meant.get());
    List<String> near = Nearest.of(word, scope.names().keySet());
    return near.isEmpty()
        ? finding.withHint("declare it under `variables:`, or write text in quotes")
        : finding.withSuggestions(near);
  }

  /// What the author surely meant instead of a variable.
  private static Optional<String> meant(String word, Type beside) {
    if (beside instanceof Type.Choice choice && choice.of().contains(word)) {
      return Optional.of("write text in quotes: `'" + word + "'`");
    }
    if (word.equals(TypeScope.RESULT)) {
      return Optional.of(
          "`result` is what a tool answered, and is known in the tool's `save` and `tell` only");
    }
    if (word.equals(TypeScope.SUMMARY)) {
      return Optional.of(
          "`summary` is known in the `whisper`, `brief` and `attach` of a transfer only");
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> Optional.of("write `true`, or the condition alone: `verified`");
      case "no", "false" -> Optional.of("write `false`, or `not` before: `not verified`");
      default ->
          Function.named(word)
              .map(function ->
                  "`"
                      + word
                      + "` is a function: write `"
                      + word
                      + "("
                      + function.parameters()
                      + ")`");
    };
  }
}
