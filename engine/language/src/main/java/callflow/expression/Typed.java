package callflow.expression;

import callflow.diagnostic.Diagnostic;
import callflow.value.Type;
import java.util.List;

/// The type of an expression and what is wrong with it.
///
/// @param type [Type.Any] where something is wrong, so that one mistake is reported once
public record Typed(Type type, List<Diagnostic> diagnostics) {
  public Typed {
    diagnostics = List.copyOf(diagnostics);
  }
}
