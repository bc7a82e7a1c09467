package callflow.source;

import java.util.function.Function;

/// A value and the place it was written at.
public record Located<T>(T value, Span span) {
  public <R> Located<R> map(Function<T, R> change) {
    return new Located<>(change.apply(value), span);
  }
}
