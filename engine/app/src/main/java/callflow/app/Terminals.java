package callflow.app;

import java.io.Console;
import java.util.Optional;

/// What the terminal can show.
final class Terminals {
  private Terminals() {}

  /// Colours only for people: not when output is piped, not when `NO_COLOR` is set.
  static boolean colour() {
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return terminal && System.getenv("NO_COLOR") == null;
  }
}
