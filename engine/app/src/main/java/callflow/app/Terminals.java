package callflow.app;

import java.io.Console;
import java.util.Optional;

/// What the terminal can show.
final class Terminals {
  private Terminals() {}

  /// Whether a person sits at both ends, input and output.
  static boolean interactive() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  /// Colours only for people: not when output is piped, not when `NO_COLOR` is set.
  static boolean colour() {
    return interactive() && System.getenv("NO_COLOR") == null;
  }
}
