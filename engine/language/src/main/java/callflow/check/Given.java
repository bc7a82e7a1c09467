package callflow.check;

import callflow.expression.Template;
import callflow.expression.Typed;
import callflow.value.Fit;
import callflow.value.Type;
import callflow.value.Value;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether what a flow writes for a value can be of the type that is asked for.
final class Given {
  private Given() {}

  /// What is written instead of what is wanted, and what to write.
  record Misfit(String found, String hint) {}

  /// Empty when it can be.
  static Optional<Misfit> misfit(Template written, Type wanted, Typed typed) {
    if (written.holes().isEmpty()) return constant(words(written), wanted);
    return Suits.canBe(typed.type(), wanted)
        ? Optional.empty()
        : Optional.of(new Misfit(Words.phrase(typed.type()), "give it " + Words.phrase(wanted)));
  }

  private static Optional<Misfit> constant(String words, Type wanted) {
    return switch (Fit.of(wanted, new Value.Text(words))) {
      case Fit.Fits _ -> Optional.empty();
      case Fit.Misfit(var reason) -> Optional.of(new Misfit("`" + words + "`", "it " + reason));
    };
  }

  private static String words(Template template) {
    return template.parts().stream()
        .filter(Template.Part.Words.class::isInstance)
        .map(part -> ((Template.Part.Words) part).text())
        .collect(Collectors.joining());
  }
}
