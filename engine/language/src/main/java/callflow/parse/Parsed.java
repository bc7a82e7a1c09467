package callflow.parse;

import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/// What could be read of one file, and everything that is wrong with its shape.
///
/// Unlike [Checked] it may hold a value beside errors: what is whole is worth checking further, so
/// that an author sees all findings at once. A value beside an error must never be run.
public record Parsed<T>(Optional<T> value, List<Diagnostic> diagnostics) {
  public Parsed {
    diagnostics = List.copyOf(diagnostics);
  }

  /// The value only if nothing at all is wrong with it.
  public Checked<T> whole() {
    boolean failed = diagnostics.stream().anyMatch(Diagnostic::isError);
    return failed
        ? new Checked.Failed<>(diagnostics)
        : new Checked.Passed<>(value.orElseThrow(), diagnostics);
  }
}
