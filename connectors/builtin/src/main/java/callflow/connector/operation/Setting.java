package callflow.connector.operation;

import callflow.source.Located;
import java.util.Optional;
import java.util.regex.Pattern;

/// A text of a connector file that stands for itself or, as `env:NAME`, for an environment
/// variable.
public final class Setting {
  private static final String PREFIX = "env:";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

  private Setting() {}

  /// The variable's name when the text is a reference.
  public static Optional<String> variable(String text) {
    return text.startsWith(PREFIX)
        ? Optional.of(text.substring(PREFIX.length())).filter(name -> NAME.matcher(name).matches())
        : Optional.empty();
  }

  /// Whether the text begins like a reference but names no variable.
  public static boolean broken(String text) {
    return text.startsWith(PREFIX) && variable(text).isEmpty();
  }

  public static boolean literal(Located<String> written) {
    return variable(written.value()).isEmpty();
  }
}
