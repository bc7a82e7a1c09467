package callflow.expression;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.source.Span;
import callflow.value.LinearPattern;
import callflow.value.LinearPattern.Reading;
import java.util.List;

/// Patterns as authors write them, and what is wrong with one.
public final class Patterns {
  private Patterns() {}

  /// Reads a pattern that stands at `span`.
  public static Checked<LinearPattern> read(String source, Span span) {
    return switch (LinearPattern.read(source)) {
      case Reading.Fine(var pattern) -> new Checked.Passed<>(pattern, List.of());
      case Reading.Unreadable(var reason) -> Found.failed(unreadable(source, reason, span));
      case Reading.TooLarge _ ->
          Found.failed(
              Found.tooComplex(
                  span,
                  "the pattern's repeats come to more than "
                      + LinearPattern.MAX_SIZE
                      + " characters",
                  "use smaller numbers in `{…}`, or `*` and `+`"));
    };
  }

  private static Diagnostic unreadable(String source, String reason, Span span) {
    String why = reason.isEmpty() ? "" : " (" + Tokenizer.shown(reason) + ")";
    return Found.syntax(
        span,
        "`" + Tokenizer.shown(source) + "` is not a pattern we can read" + why,
        "patterns are written in RE2 syntax, such as `[0-9]{8}`; there are no look-aheads and no"
            + " back-references");
  }
}
