package callflow.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What a stage hands on: a value with warnings at most, or no value and at least one error.
public sealed interface Checked<T> {
  List<Diagnostic> diagnostics();

  record Passed<T>(T value, List<Diagnostic> diagnostics) implements Checked<T> {
    public Passed {
      diagnostics = List.copyOf(diagnostics);
      if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
        throw new IllegalArgumentException("passed with an error: " + diagnostics);
      }
    }
  }

  record Failed<T>(List<Diagnostic> diagnostics) implements Checked<T> {
    public Failed {
      diagnostics = List.copyOf(diagnostics);
      if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
        throw new IllegalArgumentException("failed without an error");
      }
    }
  }

  /// Passed when none of the findings is an error.
  static <T> Checked<T> of(T value, List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(Diagnostic::isError)
        ? new Failed<>(diagnostics)
        : new Passed<>(value, diagnostics);
  }

  /// Goes on with the value if there is one; the findings of both stages are kept.
  default <R> Checked<R> then(Function<T, Checked<R>> next) {
    return switch (this) {
      case Failed<T>(var found) -> new Failed<>(found);
      case Passed<T>(var value, var found) -> {
        var all = new ArrayList<>(found);
        yield switch (next.apply(value)) {
          case Passed<R>(var result, var more) -> {
            all.addAll(more);
            yield new Passed<>(result, all);
          }
          case Failed<R>(var more) -> {
            all.addAll(more);
            yield new Failed<>(all);
          }
        };
      }
    };
  }
}
