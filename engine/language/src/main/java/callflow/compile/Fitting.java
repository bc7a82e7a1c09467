package callflow.compile;

import callflow.value.Fit;
import callflow.value.Type;
import callflow.value.Value;

/// Values of the file in the kind their variable's type asks for.
final class Fitting {
  private Fitting() {}

  /// The value as the type reads it; the checker has seen to it that it fits.
  static Value of(Type type, Value written) {
    return switch (Fit.of(type, written)) {
      case Fit.Fits(var value) -> value;
      case Fit.Misfit(var reason) -> throw new IllegalArgumentException("unchecked: " + reason);
    };
  }
}
