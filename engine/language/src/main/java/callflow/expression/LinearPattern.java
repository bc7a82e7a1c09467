package callflow.expression;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.source.Span;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;

/// A pattern for text in RE2 syntax, whose work grows with the text's length only. Equal by source.
public final class LinearPattern {
  /// Characters a pattern may stand for when all its repeats are written out. Work is the product
  /// of this and the text's length; a fourfold `{100}` would take minutes to prepare alone.
  static final int MAX_SIZE = 1000;

  /// Longer texts fit no pattern.
  static final int MAX_TEXT = 10_000;

  private final String source;
  private final Pattern compiled;

  private LinearPattern(String source, Pattern compiled) {
    this.source = source;
    this.compiled = compiled;
  }

  /// Reads a pattern that stands at `span`.
  static Checked<LinearPattern> of(String source, Span span) {
    Optional<Diagnostic> bomb = tooLarge(source, span);
    if (bomb.isPresent()) return Found.failed(bomb.get());
    try {
      return new Checked.Passed<>(new LinearPattern(source, Pattern.compile(source)), List.of());
    } catch (PatternSyntaxException | StackOverflowError notAPattern) {
      return Found.failed(
          Found.syntax(
              span,
              "`"
                  + Tokenizer.shown(source)
                  + "` is not a pattern we can read"
                  + reason(notAPattern),
              "patterns are written in RE2 syntax, such as `[0-9]{8}`; there are no look-aheads"
                  + " and no back-references"));
    }
  }

  private static String reason(Throwable error) {
    return error instanceof PatternSyntaxException syntax
        ? " (" + Tokenizer.shown(syntax.getDescription()) + ")"
        : "";
  }

  private static Optional<Diagnostic> tooLarge(String source, Span span) {
    return PatternSize.of(source) <= MAX_SIZE
        ? Optional.empty()
        : Optional.of(
            Found.tooComplex(
                span,
                "the pattern's repeats come to more than " + MAX_SIZE + " characters",
                "use smaller numbers in `{…}`, or `*` and `+`"));
  }

  /// The pattern as its author wrote it.
  public String source() {
    return source;
  }

  /// Whether the whole of `text` fits. No text above 10,000 characters does.
  public boolean matches(String text) {
    return text.length() <= MAX_TEXT && compiled.matches(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinearPattern pattern && source.equals(pattern.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}
