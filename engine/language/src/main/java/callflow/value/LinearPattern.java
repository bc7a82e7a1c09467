package callflow.value;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// A pattern for text in RE2 syntax, whose work grows with the text's length only. Equal by source.
public final class LinearPattern {
  /// Characters a pattern may stand for when all its repeats are written out. Work is the product
  /// of this and the text's length; a fourfold `{100}` would take minutes to prepare alone.
  public static final int MAX_SIZE = 1000;

  /// Longer texts fit no pattern.
  public static final int MAX_TEXT = 10_000;

  private final String source;
  private final Pattern compiled;

  private LinearPattern(String source, Pattern compiled) {
    this.source = source;
    this.compiled = compiled;
  }

  /// What came of reading a pattern.
  public sealed interface Reading {
    record Fine(LinearPattern pattern) implements Reading {}

    /// Not in RE2 syntax.
    ///
    /// @param reason what is wrong with it, empty when nobody can say
    record Unreadable(String reason) implements Reading {}

    /// Its repeats come to more than [LinearPattern#MAX_SIZE].
    record TooLarge() implements Reading {}
  }

  /// Reads a pattern.
  public static Reading read(String source) {
    if (PatternSize.of(source) > MAX_SIZE) return new Reading.TooLarge();
    try {
      return new Reading.Fine(new LinearPattern(source, Pattern.compile(source)));
    } catch (PatternSyntaxException notAPattern) {
      return new Reading.Unreadable(notAPattern.getDescription());
    } catch (StackOverflowError nested) {
      return new Reading.Unreadable("");
    }
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
