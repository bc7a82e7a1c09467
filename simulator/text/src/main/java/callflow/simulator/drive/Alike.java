package callflow.simulator.drive;

import callflow.value.Fit;
import callflow.value.Type;
import callflow.value.Value;

/// Whether two values mean the same where a type is asked for: `"50"` and `50.00` as money do.
public final class Alike {
  private Alike() {}

  public static boolean as(Type type, Value one, Value other) {
    var left = read(type, one);
    var right = read(type, other);
    return left.equals(right) || left.toString().equals(right.toString());
  }

  /// What the type makes of it; a value that doesn't fit stays as it was written.
  private static Value read(Type type, Value value) {
    return switch (Fit.of(type, value)) {
      case Fit.Fits(var fitting) -> fitting;
      case Fit.Misfit _ -> value;
    };
  }
}
